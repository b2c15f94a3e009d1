#include "vestibule/migration/judge.hpp"

#include "tests/support/catch.hpp"

namespace {

using namespace vestibule;
using migration::Fault;

constexpr std::string_view acme = R"({"name":"Acme","recordType":"Business"})";

validation::Options api() {
  validation::Options options;
  options.strictness = validation::Strictness::api;
  return options;
}

TEST_CASE("a migration takes a row with a new id and fields that the API takes", "[migration][L24]") {
  migration::Judge judge{api()};
  const auto verdict = judge.add({"CRM-1", "0015f00002JUZPD", acme});
  CHECK(verdict.fault == Fault::none);
  REQUIRE(verdict.account);
  CHECK(verdict.account->text() == "0015f00002JUZPDAA5");
  CHECK(verdict.check.ok);
  CHECK(judge.add({"CRM-2", std::nullopt, acme}).fault == Fault::none);
  CHECK(judge.rows() == 2);
}

TEST_CASE("a migration refuses ids that are none, and says which row had one before", "[migration][L24]") {
  migration::Judge judge{api()};
  CHECK(judge.add({"", std::nullopt, acme}).fault == Fault::legacy_id);
  CHECK(judge.add({std::string(256, 'x'), std::nullopt, acme}).fault == Fault::legacy_id);
  CHECK(judge.add({"a\nb", std::nullopt, acme}).fault == Fault::legacy_id);
  CHECK(judge.add({"a\xff", std::nullopt, acme}).fault == Fault::legacy_id);
  REQUIRE(judge.add({"CRM-5", "001D000000IqhSL", acme}).fault == Fault::none);

  const auto twice = judge.add({"CRM-5", std::nullopt, acme});
  CHECK(twice.fault == Fault::legacy_id_twice);
  CHECK(twice.other == 5);

  // A bad suffix, another object, and a form that is none.
  for (const std::string_view id : {"001D000000IqhSLZZZ", "003D000000IqhSL", "001D"}) {
    CAPTURE(id);
    CHECK(judge.add({"CRM-7", id, acme}).fault == Fault::external_id);
  }
  // The same account in both of its forms.
  const auto shared = judge.add({"CRM-8", "001D000000IqhSLIAZ", acme});
  CHECK(shared.fault == Fault::external_id_twice);
  CHECK(shared.other == 5);
}

TEST_CASE("ids that differ in nothing but case are two ids, and pointed out", "[migration][L-09][L5]") {
  migration::Judge judge{api()};
  CHECK(judge.add({"crm-1", "0015f00002JUZPc", acme}).same_but_case == 0);
  const auto other = judge.add({"CRM-2", "0015f00002JUZPC", acme});
  CHECK(other.fault == Fault::none);
  CHECK(other.same_but_case == 1);
  CHECK(judge.add({"CRM-1", std::nullopt, acme}).same_but_case == 1);
}

TEST_CASE("a row over the limits is refused with its findings, and its ids stay free", "[migration][L24]") {
  migration::Judge judge{api()};
  const std::string long_name = R"({"name":")" + std::string(256, 'x') + R"(","recordType":"Business"})";
  const auto refused = judge.add({"CRM-1", "001D000000IqhSL", long_name});
  CHECK(refused.fault == Fault::fields);
  REQUIRE(refused.check.findings.size() == 1);
  CHECK(refused.check.findings.front().pointer == "/name");
  CHECK(judge.add({"CRM-1", "001D000000IqhSL", acme}).fault == Fault::none);
}

TEST_CASE("a migrated customer has the same id whenever it is asked for", "[migration][L6][L24]") {
  const ids::Uuid id = migration::customer_id_of("CRM-1");
  CHECK(id == migration::customer_id_of("CRM-1"));
  CHECK_FALSE(id == migration::customer_id_of("crm-1"));
  CHECK(id.version() == 8);
  CHECK((id.bytes[8] & 0xC0) == 0x80);
  // SHA-256 of "vestibule customer\nCRM-1": later versions must not answer another.
  CHECK(ids::to_string(id) == "23455d44-0c96-8997-add5-6fc0760a4265");
}

}  // namespace

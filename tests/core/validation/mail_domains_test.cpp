// Mail domains that a tenant does not want: which addresses are refused or warned of, and where.
#include <string>
#include <string_view>
#include <utility>

#include "tests/support/catch.hpp"
#include "vestibule/atlas/builtin.hpp"
#include "vestibule/validation/check_json.hpp"

namespace {

using namespace vestibule;
using validation::Strictness;

profile::Profile tenant(std::string_view policy) {
  auto parsed = profile::Profile::parse(
      R"({"v":1,"mailDomains":{"domains":["throwaway.example","xn--bcher-kva.example"],"policy":")" +
      std::string{policy} +
      R"("},"customFields":[{"name":"invoiceEmail","label":"Invoices","kind":"email","signup":true}]})");
  REQUIRE(parsed.ok());
  return std::move(parsed.value());
}

// "/pointer code domain, ...": warnings in brackets. What else is said of an address is left out.
std::string unwanted(std::string_view policy, std::string_view member, std::string_view address,
                     Strictness strictness = Strictness::signup, catalogue::Entity of = catalogue::Entity::customer) {
  const profile::Profile profile = tenant(policy);
  validation::Options options;
  options.operation = validation::Operation::patch;
  options.strictness = strictness;
  options.of = of;
  options.atlas = &atlas::builtin();
  options.profile = &profile;
  const std::string json = "{\"" + std::string{member} + "\":\"" + std::string{address} + "\"}";
  const validation::CheckResult result = validation::check_json(json, options);
  std::string all;
  for (const Finding& finding : result.findings) {
    if (finding.code != Code::email_unwanted) continue;
    const std::string one = finding.pointer + " " + finding.params.at(0);
    all += finding.severity == Severity::error ? one : "(" + one + ")";
  }
  CHECK(result.ok == (all.empty() || all.front() == '('));
  return all;
}

}  // namespace

TEST_CASE("a policy refuses at sign-up, or warns, or does neither", "[email][profile]") {
  CHECK(unwanted("refuse", "email", "a@throwaway.example") == "/email throwaway.example");
  CHECK(unwanted("warn", "email", "a@throwaway.example") == "(/email throwaway.example)");
  CHECK(unwanted("off", "email", "a@throwaway.example").empty());
  CHECK(unwanted("refuse", "email", "a@example.com").empty());
  CHECK(unwanted("refuse", "email", "throwaway.example@example.com").empty());
}

TEST_CASE("through the API an unwanted address is mentioned and kept", "[email][profile]") {
  for (const std::string_view policy : {"refuse", "warn"}) {
    CHECK(unwanted(policy, "email", "a@throwaway.example", Strictness::api) == "(/email throwaway.example)");
  }
  CHECK(unwanted("off", "email", "a@throwaway.example", Strictness::api).empty());
}

TEST_CASE("an unwanted domain is known in every spelling, and below it", "[email][profile][idna]") {
  CHECK(unwanted("refuse", "email", "a@THROWAWAY.Example") == "/email throwaway.example");
  CHECK(unwanted("refuse", "email", "a@mx.throwaway.example") == "/email mx.throwaway.example");
  CHECK(unwanted("refuse", "email", "a@b\u00fccher.example") == "/email xn--bcher-kva.example");
  // After a local part outside ASCII the domain is stored in U-labels.
  CHECK(unwanted("refuse", "email", "j\u00f6rg@B\u00dcCHER.example") == "/email xn--bcher-kva.example");
  CHECK(unwanted("refuse", "email", "j\u00f6rg@xn--bcher-kva.example") == "/email xn--bcher-kva.example");
}

TEST_CASE("every address counts: a person's, and a tenant's own field", "[email][profile]") {
  CHECK(unwanted("refuse", "invoiceEmail", "a@throwaway.example") == "/invoiceEmail throwaway.example");
  CHECK(unwanted("refuse", "email", "a@throwaway.example", Strictness::signup, catalogue::Entity::contact) ==
        "/email throwaway.example");
}

#include "vestibule/sync/preview.hpp"

#include <string>

#include "tests/support/catch.hpp"

namespace {

using namespace vestibule;

// "name kept "Ada"; email refused email.syntax"
std::string shown(std::string_view text, validation::Options options = {}) {
  const auto rows = sync::preview(text, options);
  REQUIRE(rows.ok());
  std::string all;
  for (const sync::PreviewRow& row : rows.value()) {
    if (!all.empty()) all += "; ";
    all.append(catalogue::info(row.field).name).append(" ").append(to_string(row.state));
    if (!row.value.empty()) all += " " + row.value;
    if (row.code) all.append(" ").append(to_string(*row.code));
  }
  return all;
}

TEST_CASE("a preview has the fields that travel, and what is required", "[sync][R24][R28]") {
  CHECK(shown(R"({"recordType":"Business","phone":" 1 ","signupToken":"x","parentCustomerId":"y"})") ==
        R"(name missing field.required; recordType kept "Business"; phone changed "1")");
  CHECK(shown(R"({"name":"Ada","recordType":"Consumer","todayARR":120,"customerSince":"2026-03-04","email":null})") ==
        R"(name kept "Ada"; recordType kept "Consumer"; customerSince kept "2026-03-04"; todayARR kept 120)");
}

TEST_CASE("a preview says what Salesforce would refuse or cut", "[sync][R28]") {
  CHECK(shown(R"({"name":"Ada","recordType":"Consumer","email":"no","numberOfEmployees":-1,"paymentTerm":"Net 7"})") ==
        R"(name kept "Ada"; recordType kept "Consumer"; email refused email.syntax; )"
        "numberOfEmployees refused number.range; paymentTerm refused enum.unknown");
  const std::string long_city(41, 'x');
  CHECK(shown(R"({"name":"Ada","recordType":"Consumer","billingCity":")" + long_city + "\"}") ==
        R"(name kept "Ada"; recordType kept "Consumer"; billingCity cut ")" + long_city.substr(1) +
            R"(" text.too_long)");
}

TEST_CASE("a cut never parts a character", "[sync]") {
  std::string emoji;
  for (int i = 0; i < 20; ++i) emoji += "\xF0\x9F\x98\x80";
  const std::string city = "x" + emoji;  // 41 units
  CHECK(shown(R"({"name":"Ada","recordType":"Consumer","billingCity":")" + city + "\"}") ==
        R"(name kept "Ada"; recordType kept "Consumer"; billingCity cut ")" + city.substr(0, 1 + 19 * 4) +
            R"(" text.too_long)");
}

TEST_CASE("a preview of a contact", "[sync][R36]") {
  validation::Options options;
  options.of = catalogue::Entity::contact;
  CHECK(shown(R"({"firstName":"Ada","lastName":"L","name":"Ada L"})", options) ==
        R"(firstName kept "Ada"; lastName kept "L"; name kept "Ada L"; email missing field.required)");
}

TEST_CASE("a preview follows the tenant's policy", "[sync][profile][R25]") {
  const auto own = profile::Profile::parse(R"({"v":1,"sync":{"customer":{"email":"none","industry":"nue"}}})");
  REQUIRE(own.ok());
  validation::Options options;
  options.profile = &own.value();
  const std::string_view record = R"({"name":"Ada","recordType":"Consumer","email":"no","industry":"Retail"})";
  CHECK(shown(record, options) == R"(name kept "Ada"; recordType kept "Consumer"; industry kept "Retail")");
  CHECK(sync::preview(record, options).value().back().master == sync::Side::nue);
  CHECK(sync::preview(record, {}).value().back().master == sync::Side::org);
}

TEST_CASE("a text that is no record has no preview", "[sync]") {
  CHECK(sync::preview("[]", {}).error().code == Code::json_shape);
  CHECK(sync::preview("{", {}).error().code == Code::json_syntax);
}

}  // namespace

#include "vestibule/profile/describe.hpp"

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "tests/support/catch.hpp"

namespace {

using namespace vestibule;
using Json = nlohmann::json;

Json describe(const profile::Profile& profile) {
  std::string text;
  profile::append_json(text, profile);
  Json described = Json::parse(text, nullptr, false);
  REQUIRE_FALSE(described.is_discarded());
  return described;
}

Json field_of(const Json& described, const std::string& of, const std::string& name) {
  for (const Json& field : described["fields"][of]) {
    if (field["name"] == name) return field;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("the built-in profile is described with every field that can be sent", "[profile]") {
  const Json described = describe(profile::Profile{});
  CHECK(described["recordTypes"].dump() ==
        R"([{"extends":"Business","value":"Business"},{"extends":"Consumer","value":"Consumer"}])");
  CHECK(field_of(described, "customer", "name").dump() ==
        R"({"custom":false,"kind":"text","max":255,"name":"name","required":true,"signup":true})");
  CHECK(field_of(described, "customer", "numberOfEmployees")["max"] == 99'999'999);
  CHECK(field_of(described, "customer", "industry")["open"] == true);
  CHECK(field_of(described, "customer", "id").is_null());
  CHECK(field_of(described, "contact", "lastName")["required"] == true);
  CHECK(described["defaultType"] == "Prospect");
  CHECK(described["countryOnWire"] == "code");
}

TEST_CASE("what a tenant changes is in the description", "[profile]") {
  auto parsed = profile::Profile::parse(R"({"v":1,
      "recordTypes":[{"value":"Business","label":"Company"},{"value":"Reseller","extends":"Business","required":["phone"]}],
      "hidden":{"customer":["fax"]},"countryOnWire":"name",
      "customFields":[{"name":"vatNumber","label":"VAT \"no\"","kind":"tax_id","scheme":"eu_vat","signup":true,
                       "recordTypes":["Reseller"],"required":true,"autocomplete":"off"},
                      {"name":"orderCode","of":"contact","label":"Code","kind":"text","pattern":"^a\\d$"}]})");
  REQUIRE(parsed.ok());
  const Json described = describe(parsed.value());
  CHECK(described["recordTypes"][0]["label"] == "Company");
  CHECK(field_of(described, "customer", "phone")["required"].dump() == R"(["Reseller"])");
  CHECK(field_of(described, "customer", "fax")["signup"] == false);
  CHECK(field_of(described, "customer", "vatNumber").dump() ==
        R"({"autocomplete":"off","custom":true,"kind":"tax_id","label":"VAT \"no\"","max":40,"name":"vatNumber",)"
        R"("recordTypes":["Reseller"],"required":["Reseller"],"scheme":"eu_vat","signup":true})");
  CHECK(field_of(described, "contact", "orderCode")["pattern"] == "^a\\d$");
  CHECK(described["countryOnWire"] == "name");
}

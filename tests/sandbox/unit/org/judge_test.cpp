// What Salesforce refuses to store, value by value.
#include "org_client.hpp"
#include "tests/support/catch.hpp"
#include "vestibule/catalogue/field.hpp"
#include "vestibule/catalogue/presentation.hpp"

using namespace vestibule;
using namespace vestibule::sandbox;
using Json = nlohmann::json;

namespace {

// The error of an account with this member; "" when it is stored.
std::string error_of(OrgClient& org, const std::string& name, const Json& value) {
  Json members = {{"Name", "Fjordlys"}};
  members[name] = value;
  return org.call("POST", "/sobjects/Account", members).error();
}

Json stored(OrgClient& org, const std::string& name, const Json& value) {
  return org.record(org.account({{name, value}})).at(name);
}

}  // namespace

TEST_CASE("an error has Salesforce's shape", "[org]") {
  OrgClient org;
  const auto refused = org.call("POST", "/sobjects/Account", {{"Phone", "1"}});
  CHECK(refused.status == 400);
  CHECK(refused.body == Json::parse(R"([{"message": "Required fields are missing: [Name]",
                                         "errorCode": "REQUIRED_FIELD_MISSING", "fields": ["Name"]}])"));
  CHECK(org.get("/sobjects/Account").body.at("records").empty());
  CHECK(org.events().empty());
}

TEST_CASE("a body is one JSON object", "[org]") {
  OrgClient org;
  const std::string id = org.account();
  for (const char* body : {"", "[]", "1", "null", "{", "{}{}", R"({"Name": "a", "Name": "b"})", R"([{"Name": "a"}])",
                           "\"x\"", R"({"Name": "\ud800"})", R"({"AnnualRevenue": 1e999})"}) {
    CAPTURE(body);
    const OrgResponse refused = org.org->handle({.method = "PATCH", .target = path_of(id), .body = body});
    CHECK(refused.status == 400);
    CHECK(refused.body.find("JSON_PARSER_ERROR") != std::string::npos);
  }
  CHECK(org.org->handle({.method = "PATCH", .target = path_of(id), .body = "{}"}).status == 204);
}

TEST_CASE("every text of the catalogue has its length, in UTF-16", "[org]") {
  OrgClient org;
  int judged = 0;
  const auto range = catalogue::fields_of(catalogue::Entity::customer);
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const auto field = static_cast<catalogue::Field>(i);
    const std::string name{catalogue::presentation(field).salesforce};
    const std::size_t max = catalogue::info(field).max_utf16;
    if (name.empty() || max == 0 || catalogue::info(field).kind == catalogue::Kind::email) continue;
    CAPTURE(name);
    ++judged;
    // U+1D11E is two units.
    std::string longest;
    for (std::size_t unit = 2; unit <= max; unit += 2) longest += "\xF0\x9D\x84\x9E";
    if (max % 2 == 1) longest += "x";
    CHECK(error_of(org, name, longest).empty());
    CHECK(error_of(org, name, longest + "x") == "STRING_TOO_LONG");
  }
  CHECK(judged > 15);
}

TEST_CASE("values that do not fit their field are refused with Salesforce's code", "[org]") {
  OrgClient org;
  struct Case {
    const char* name;
    Json value;
    const char* error;
  };
  const std::string local(64, 'a');
  const Case cases[] = {
      {"Email__c", "ada@example.com", ""},
      {"Email__c", "ada", "INVALID_EMAIL_ADDRESS"},
      {"Email__c", local + "@example.company", ""},
      {"Email__c", local + "@example.companyx", "STRING_TOO_LONG"},
      {"NumberOfEmployees", 99'999'999, ""},
      {"NumberOfEmployees", 100'000'000, "NUMBER_OUTSIDE_VALID_RANGE"},
      {"NumberOfEmployees", -1, "NUMBER_OUTSIDE_VALID_RANGE"},
      {"NumberOfEmployees", 1.5, "NUMBER_OUTSIDE_VALID_RANGE"},
      {"NumberOfEmployees", "12", "JSON_PARSER_ERROR"},
      {"AnnualRevenue", 1.5, ""},
      {"AnnualRevenue", 1e18, "NUMBER_OUTSIDE_VALID_RANGE"},
      {"TodayARR__c", -1.5, ""},
      {"TodayARR__c", 1e18, "NUMBER_OUTSIDE_VALID_RANGE"},
      {"TaxExempt__c", false, ""},
      {"TaxExempt__c", "false", "JSON_PARSER_ERROR"},
      {"TaxExempt__c", 0, "JSON_PARSER_ERROR"},
      {"CustomerSince__c", "2026-02-28", ""},
      {"CustomerSince__c", "2026-02-29", "JSON_PARSER_ERROR"},
      {"RecordType", "Business", ""},
      {"RecordType", "Charity", "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"},
      {"BillCycleDay__c", "31", ""},
      {"Phone", 47, "JSON_PARSER_ERROR"},
      {"Phone", Json::array({"1"}), "JSON_PARSER_ERROR"},
      {"Phone", {{"a", {{"b", 1}}}}, "JSON_PARSER_ERROR"},
      {"Fon", "1", "INVALID_FIELD"},
      {"phone", "1", "INVALID_FIELD"},
      {"AccountId", "001000000000000AAA", "INVALID_FIELD"},
      {"RecordType.Name", "Business", "INVALID_FIELD"},
      {"Id", "001000000000000AAA", "INVALID_FIELD_FOR_INSERT_UPDATE"},
      {"Version", 7, "INVALID_FIELD_FOR_INSERT_UPDATE"},
      {"IsDeleted", true, "INVALID_FIELD_FOR_INSERT_UPDATE"},
      {"MasterRecordId", nullptr, "INVALID_FIELD_FOR_INSERT_UPDATE"},
      {"Name", "", "REQUIRED_FIELD_MISSING"},
      {"Name", " ", "REQUIRED_FIELD_MISSING"},
      {"Name", nullptr, "REQUIRED_FIELD_MISSING"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.name, test.value.dump());
    CHECK(error_of(org, test.name, test.value) == test.error);
  }
}

TEST_CASE("a required field cannot be emptied", "[org]") {
  OrgClient org;
  const std::string account = org.account();
  const std::string contact = org.contact(account);
  CHECK(org.call("PATCH", path_of(account), {{"Name", nullptr}}).error() == "REQUIRED_FIELD_MISSING");
  CHECK(org.call("PATCH", path_of(contact), {{"LastName", ""}}).error() == "REQUIRED_FIELD_MISSING");
  CHECK(org.call("POST", "/sobjects/Contact", {{"FirstName", "Ada"}}).error() == "REQUIRED_FIELD_MISSING");
}

TEST_CASE("values come back as Salesforce keeps them", "[org]") {
  OrgClient org;
  CHECK(stored(org, "Phone", "  12 ") == "12");
  CHECK(stored(org, "Phone", "   ").is_null());
  CHECK(stored(org, "NumberOfEmployees", "").is_null());
  CHECK(stored(org, "AnnualRevenue", 100.0) == 100);
  CHECK(stored(org, "TaxExempt__c", false) == false);
  CHECK(stored(org, "Description", "a\nb\"\\") == "a\nb\"\\");
  const std::string id = org.account({{"Phone", "12"}});
  REQUIRE(org.call("PATCH", path_of(id), {{"Phone", ""}}).status == 204);
  CHECK(org.record(id).at("Phone").is_null());
}

TEST_CASE("restricted picklists are a setting", "[org]") {
  OrgClient org;
  CHECK(error_of(org, "Industry", "Fishing").empty());
  CHECK(error_of(org, "PaymentMethods__c", "ACH;Cash").empty());
  org.org->restrict_picklists(true);
  const char* const refused = "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST";
  CHECK(error_of(org, "Industry", "Fishing") == refused);
  CHECK(error_of(org, "Industry", "banking") == refused);
  CHECK(error_of(org, "Industry", "Banking").empty());
  CHECK(error_of(org, "PaymentMethods__c", "ACH;Cash") == refused);
  CHECK(error_of(org, "PaymentMethods__c", "ACH;") == refused);
  CHECK(error_of(org, "PaymentMethods__c", "ACH;Credit Card").empty());
  org.org->restrict_picklists(false);
  CHECK(error_of(org, "Industry", "Fishing").empty());
}

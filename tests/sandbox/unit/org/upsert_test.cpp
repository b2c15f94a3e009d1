// The key that ties an account to a customer: Nue_Id__c.
#include "org_client.hpp"
#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;
using Json = nlohmann::json;

namespace {

const std::string by_key = std::string{"/sobjects/Account/Nue_Id__c/"} + key_a;

}  // namespace

TEST_CASE("an upsert that is asked for twice makes one account", "[org]") {
  OrgClient org;
  const auto first = org.call("PATCH", by_key, {{"Name", "Fjordlys"}}, "sync");
  CHECK(first.status == 201);
  CHECK(first.body.at("created") == true);
  const auto second = org.call("PATCH", by_key, {{"Name", "Fjordlys"}}, "sync");
  CHECK(second.status == 200);
  CHECK(second.body.at("created") == false);
  CHECK(second.body.at("id") == first.body.at("id"));
  CHECK(second.etag == "\"1\"");
  CHECK(org.get("/sobjects/Account").body.at("records").size() == 1);
  CHECK(org.record(first.id()).at("Nue_Id__c") == key_a);

  const auto third = org.call("PATCH", by_key, {{"Name", "Nordlys"}}, "sync");
  CHECK(third.status == 200);
  CHECK(third.etag == "\"2\"");
}

TEST_CASE("a key is found in any case, and is a UUID", "[org]") {
  OrgClient org;
  const std::string id = org.account({{"Nue_Id__c", "0B6D1A5E-7C1F-4C1E-9A53-1D2C3B4A5F60"}});
  CHECK(org.get(by_key).body.at("Id") == id);
  CHECK(org.get("/sobjects/Account/Nue_Id__c/0B6D1A5E-7C1F-4C1E-9A53-1D2C3B4A5F60").body.at("Id") == id);
  CHECK(org.get(std::string{"/sobjects/Account/Nue_Id__c/"} + key_b).error() == "NOT_FOUND");
  CHECK(org.get(std::string{"/sobjects/Contact/Nue_Id__c/"} + key_a).error() == "NOT_FOUND");
  CHECK(org.call("PATCH", "/sobjects/Account/Nue_Id__c/x", {{"Name", "X"}}).error() ==
        "FIELD_CUSTOM_VALIDATION_EXCEPTION");
  CHECK(org.call("PATCH", path_of(id), {{"Nue_Id__c", "x"}}).error() == "FIELD_CUSTOM_VALIDATION_EXCEPTION");
}

TEST_CASE("two living records never share a key", "[org]") {
  OrgClient org;
  const std::string first = org.account({{"Nue_Id__c", key_a}});
  const auto refused = org.call("POST", "/sobjects/Account", {{"Name", "B"}, {"Nue_Id__c", key_a}});
  CHECK(refused.status == 400);
  CHECK(refused.error() == "DUPLICATE_VALUE");
  CHECK(refused.body[0].at("message").get<std::string>().find(first) != std::string::npos);
  const std::string second = org.account();
  CHECK(org.call("PATCH", path_of(second), {{"Nue_Id__c", key_a}}).error() == "DUPLICATE_VALUE");
  CHECK(org.record(second).at("Nue_Id__c").is_null());
  CHECK(org.record(first).at("Nue_Id__c") == key_a);
  // A contact's keys are its own.
  CHECK(org.record(org.contact(first, {{"Nue_Id__c", key_a}})).at("Nue_Id__c") == key_a);
}

TEST_CASE("an upsert obeys If-Match and does not take the key twice", "[org]") {
  OrgClient org;
  CHECK(org.call("PATCH", by_key, {{"Name", "A"}}, "sync", "\"1\"").status == 412);
  REQUIRE(org.call("PATCH", by_key, {{"Name", "A"}}, "sync").status == 201);
  CHECK(org.call("PATCH", by_key, {{"Name", "B"}}, "sync", "\"2\"").status == 412);
  CHECK(org.call("PATCH", by_key, {{"Name", "B"}}, "sync", "\"1\"").status == 200);
  CHECK(org.call("PATCH", by_key, {{"Name", "C"}, {"Nue_Id__c", key_b}}).error() == "INVALID_FIELD");
  CHECK(org.get(by_key).body.at("Name") == "B");
}

TEST_CASE("a key in the bin is free, and its record cannot come back while another has it", "[org]") {
  OrgClient org;
  const std::string old = org.account({{"Nue_Id__c", key_a}});
  REQUIRE(org.call("DELETE", path_of(old)).status == 204);
  CHECK(org.get(by_key).status == 404);
  const auto made = org.call("PATCH", by_key, {{"Name", "New"}}, "sync");
  CHECK(made.status == 201);
  CHECK(org.call("POST", path_of(old, "/undelete")).error() == "DUPLICATE_VALUE");
  CHECK(org.any(old).at("IsDeleted") == true);
  REQUIRE(org.call("DELETE", path_of(made.id())).status == 204);
  CHECK(org.call("POST", path_of(old, "/undelete")).status == 200);
}

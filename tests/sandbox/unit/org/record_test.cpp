// Making, reading and changing one record: ids, versions, who changed it, errors of the routes.
#include <set>

#include "org_client.hpp"
#include "tests/support/catch.hpp"
#include "vestibule/catalogue/field.hpp"
#include "vestibule/catalogue/presentation.hpp"
#include "vestibule/ids/salesforce_id.hpp"

using namespace vestibule;
using namespace vestibule::sandbox;
using Json = nlohmann::json;

TEST_CASE("a new account has every field of the catalogue and what the org adds", "[org]") {
  OrgClient org{{.restricted_picklists = false, .clock = [] { return Milliseconds{5'000}; }}};
  const auto made = org.call("POST", "/sobjects/Account", {{"Name", "Fjordlys"}, {"NumberOfEmployees", 12}}, "sync");
  CHECK(made.status == 201);
  CHECK(made.etag == "\"1\"");
  const Json account = org.record(made.id());
  CHECK(account.at("Name") == "Fjordlys");
  CHECK(account.at("NumberOfEmployees") == 12);
  CHECK(account.at("Version") == 1);
  CHECK(account.at("SyncVersion") == 1);
  CHECK(account.at("IsDeleted") == false);
  CHECK(account.at("MasterRecordId").is_null());
  CHECK(account.at("CreatedDate") == "1970-01-01T00:00:05.000Z");
  CHECK(account.at("LastModifiedDate") == "1970-01-01T00:00:05.000Z");
  CHECK(account.at("LastModifiedById") == "sync");
  CHECK(account.at("Nue_Id__c").is_null());
  const auto range = catalogue::fields_of(catalogue::Entity::customer);
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const std::string name{catalogue::presentation(static_cast<catalogue::Field>(i)).salesforce};
    CAPTURE(name);
    CHECK((name.empty() || account.contains(name == "RecordType.Name" ? "RecordType" : name)));
  }
}

TEST_CASE("ids are canonical, of their object, and never come twice", "[org]") {
  OrgClient org;
  std::set<std::string> seen;
  for (int i = 0; i < 70; ++i) {
    if (i == 35) org.reopen();
    const std::string account = org.account();
    const std::string contact = org.contact(account);
    for (const std::string& id : {account, contact}) {
      const auto parsed = ids::parse_salesforce_id(id);
      REQUIRE(parsed.ok());
      CHECK(parsed.value().id.text() == id);
      CHECK_FALSE(parsed.value().case_repaired);
      CHECK(seen.insert(id).second);
    }
    CHECK(account.starts_with("001"));
    CHECK(contact.starts_with("003"));
  }
  OrgClient other;
  CHECK_FALSE(seen.contains(other.account()));
}

TEST_CASE("a record is named by 15 or 18 characters, and by nothing else", "[org]") {
  OrgClient org;
  const std::string id = org.account();
  CHECK(org.get(path_of(id)).status == 200);
  CHECK(org.get(path_of(id.substr(0, 15))).body.at("Id") == id);
  for (const std::string& other : {std::string{"x"}, "003" + id.substr(3, 12), std::string{"001000000000000AAA"}}) {
    CAPTURE(other);
    CHECK(org.get("/sobjects/Account/" + other).error() == "NOT_FOUND");
  }
  CHECK(org.get("/sobjects/Contact/" + id).error() == "NOT_FOUND");
  CHECK(org.get("/sobjects/Lead/" + id).error() == "NOT_FOUND");
}

TEST_CASE("a change moves the version, the date and the name of who made it", "[org]") {
  Milliseconds time = 1'000;
  OrgClient org{{.restricted_picklists = false, .clock = [&time] { return time; }}};
  const std::string id = org.account();
  time = 2'000;
  const auto changed = org.call("PATCH", path_of(id), {{"Phone", "+4722334455"}}, "sync");
  CHECK(changed.status == 204);
  CHECK(changed.etag == "\"2\"");
  Json account = org.record(id);
  CHECK(account.at("Phone") == "+4722334455");
  CHECK(account.at("Name") == "Fjordlys");
  CHECK(account.at("Version") == 2);
  CHECK(account.at("SyncVersion") == 2);
  CHECK(account.at("LastModifiedById") == "sync");
  CHECK(account.at("LastModifiedDate") == to_iso(2'000));
  CHECK(account.at("CreatedDate") == to_iso(1'000));

  REQUIRE(org.call("PATCH", path_of(id), {{"Phone", "+4722334466"}}, "ada").status == 204);
  account = org.record(id);
  CHECK(account.at("Version") == 3);
  CHECK(account.at("SyncVersion") == 2);
  CHECK(account.at("LastModifiedById") == "ada");
}

TEST_CASE("a record that the sync never wrote has no version of the sync", "[org]") {
  OrgClient org;
  CHECK(org.record(org.account()).at("SyncVersion").is_null());
}

TEST_CASE("a change to what is there already is none", "[org]") {
  OrgClient org;
  const std::string id = org.account({{"Phone", "1"}});
  CHECK(org.call("PATCH", path_of(id), {{"Phone", " 1 "}, {"Name", "Fjordlys"}}, "sync").etag == "\"1\"");
  CHECK(org.record(id).at("SyncVersion").is_null());
  CHECK(org.events().size() == 1);
}

TEST_CASE("If-Match with another version changes nothing", "[org]") {
  OrgClient org;
  const std::string id = org.account();
  const Json phone = {{"Phone", "1"}};
  CHECK(org.call("PATCH", path_of(id), phone, "sync", "\"1\"").status == 204);
  for (const char* stale : {"\"1\"", "\"3\"", "2", "W/\"2\"", ""}) {
    CAPTURE(stale);
    const auto refused = org.call("PATCH", path_of(id), {{"Phone", "2"}}, "sync", stale);
    CHECK(refused.status == 412);
    CHECK(refused.error() == "PRECONDITION_FAILED");
    CHECK(org.call("DELETE", path_of(id), nullptr, "sync", stale).status == 412);
  }
  CHECK(org.record(id).at("Phone") == "1");
  CHECK(org.record(id).at("Version") == 2);
  CHECK(org.call("PATCH", path_of(id), {{"Phone", "3"}}, "sync", "\"2\"").status == 204);
  CHECK(org.call("PATCH", path_of(id), {{"Phone", "4"}}, "sync", "*").status == 204);
}

TEST_CASE("a contact's name follows its parts until somebody writes another", "[org]") {
  OrgClient org;
  const std::string id = org.contact(org.account(), {{"FirstName", "Ada"}, {"LastName", "Moe"}});
  CHECK(org.record(id).at("Name") == "Ada Moe");
  REQUIRE(org.call("PATCH", path_of(id), {{"Suffix", "Jr."}}).status == 204);
  CHECK(org.record(id).at("Name") == "Ada Moe Jr.");
  REQUIRE(org.call("PATCH", path_of(id), {{"Name", "A. Moe"}}).status == 204);
  REQUIRE(org.call("PATCH", path_of(id), {{"FirstName", "Aud"}}).status == 204);
  CHECK(org.record(id).at("Name") == "A. Moe");
  REQUIRE(org.call("PATCH", path_of(id), {{"Name", nullptr}}).status == 204);
  CHECK(org.record(id).at("Name") == "Aud Moe Jr.");
}

TEST_CASE("a reference names a living record of its object, and no account is above itself", "[org]") {
  OrgClient org;
  const std::string top = org.account();
  const std::string below = org.account({{"ParentId", top.substr(0, 15)}});
  CHECK(org.record(below).at("ParentId") == top);
  const auto parent = [&](const std::string& id, const std::string& above) {
    return org.call("PATCH", path_of(id), {{"ParentId", above}}).error();
  };
  CHECK(parent(top, below) == "CIRCULAR_DEPENDENCY");
  CHECK(parent(top, top) == "CIRCULAR_DEPENDENCY");
  CHECK(parent(top, "001000000000000AAA") == "INVALID_CROSS_REFERENCE_KEY");
  CHECK(parent(top, org.contact(top)) == "INVALID_CROSS_REFERENCE_KEY");
  CHECK(parent(top, "nobody") == "MALFORMED_ID");
  CHECK(org.record(top).at("Version") == 1);
  const std::string gone = org.account();
  REQUIRE(org.call("DELETE", path_of(gone)).status == 204);
  CHECK(parent(top, gone) == "INVALID_CROSS_REFERENCE_KEY");
}

TEST_CASE("what is no route is told from what is no method of it", "[org]") {
  OrgClient org;
  const std::string id = org.account();
  CHECK(org.call("PUT", path_of(id)).status == 405);
  CHECK(org.call("GET", path_of(id, "/undelete")).error() == "METHOD_NOT_ALLOWED");
  CHECK(org.call("GET", "/").status == 404);
  CHECK(org.call("GET", "/sobjects").status == 404);
  CHECK(org.call("GET", path_of(id, "/merges/more")).status == 404);
  CHECK(org.call("GET", "sobjects/Account").error() == "MALFORMED_QUERY");
  CHECK(org.call("GET", "/sobjects/Account/%0").error() == "MALFORMED_QUERY");
}

// The recycle bin, merges and purges, and what the feed tells of them.
#include "org_client.hpp"
#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;
using Json = nlohmann::json;
using Lines = std::vector<std::string>;

namespace {

OrgAnswer merge(OrgClient& org, const std::string& winner, const std::string& loser) {
  return org.call("POST", path_of(winner, "/merge"), {{"loser", loser}});
}

std::int64_t sequence(OrgClient& org) { return org.get("/events").body.at("sequence").get<std::int64_t>(); }

}  // namespace

TEST_CASE("a deleted account is told from one that never was", "[org]") {
  OrgClient org;
  const std::string id = org.account({{"Nue_Id__c", key_a}});
  CHECK(org.call("DELETE", path_of(id)).etag == "\"2\"");
  for (const char* method : {"GET", "PATCH", "DELETE"}) {
    const auto refused = org.call(method, path_of(id), {{"Phone", "1"}});
    CHECK(refused.status == 404);
    CHECK(refused.error() == "ENTITY_IS_DELETED");
  }
  const Json binned = org.any(id);
  CHECK(binned.at("IsDeleted") == true);
  CHECK(binned.at("Nue_Id__c") == key_a);
  CHECK(binned.at("Version") == 2);
  CHECK(org.get("/sobjects/Account").body.at("records").empty());
}

TEST_CASE("contacts go to the bin with their account and come back with it", "[org]") {
  OrgClient org;
  const std::string account = org.account();
  const std::string earlier = org.contact(account);
  const std::string contact = org.contact(account);
  const std::string elsewhere = org.contact(org.account());
  REQUIRE(org.call("DELETE", path_of(earlier)).status == 204);
  const auto before = sequence(org);
  REQUIRE(org.call("DELETE", path_of(account)).status == 204);
  CHECK(org.any(contact).at("IsDeleted") == true);
  CHECK(org.any(elsewhere).at("IsDeleted") == false);
  CHECK(org.events(before) == Lines{"DELETE Account " + account + "@2", "DELETE Contact " + contact + "@2"});
  CHECK(org.call("POST", path_of(contact, "/undelete")).error() == "UNDELETE_FAILED");

  const auto between = sequence(org);
  const auto back = org.call("POST", path_of(account, "/undelete"));
  CHECK(back.status == 200);
  CHECK(back.body.at("Version") == 3);
  CHECK(org.record(contact).at("AccountId") == account);
  CHECK(org.any(earlier).at("IsDeleted") == true);
  CHECK(org.events(between) == Lines{"UNDELETE Account " + account + "@3", "UNDELETE Contact " + contact + "@3"});
  CHECK(org.call("POST", path_of(account, "/undelete")).error() == "UNDELETE_FAILED");
  CHECK(org.call("POST", path_of(earlier, "/undelete")).status == 200);
}

TEST_CASE("a merge deletes the loser and moves what named it", "[org]") {
  OrgClient org;
  const std::string winner = org.account({{"Nue_Id__c", key_a}});
  const std::string loser = org.account({{"Nue_Id__c", key_b}});
  const std::string child = org.account({{"ParentId", loser}});
  const std::string one = org.contact(loser);
  const std::string two = org.contact(loser);
  const auto before = sequence(org);

  const auto merged = merge(org, winner, loser);
  CHECK(merged.status == 200);
  CHECK(merged.etag == "\"2\"");
  CHECK(merged.body.at("Nue_Id__c") == key_a);
  CHECK(org.get(path_of(loser)).error() == "ENTITY_IS_DELETED");
  CHECK(org.any(loser).at("MasterRecordId") == winner);
  CHECK(org.any(loser).at("Nue_Id__c") == key_b);
  CHECK(org.record(one).at("AccountId") == winner);
  CHECK(org.record(two).at("AccountId") == winner);
  CHECK(org.record(child).at("ParentId") == winner);
  // One change of two contacts is one event: a merged change event, which is no merge.
  CHECK(org.events(before) ==
        Lines{"DELETE Account " + loser + "@2 -> " + winner, "UPDATE Account " + child + "@2 ParentId",
              "UPDATE Contact " + one + "@2 " + two + "@2 AccountId", "UPDATE Account " + winner + "@2"});
  const Json merges = org.get(path_of(winner, "/merges")).body.at("merges");
  REQUIRE(merges.size() == 1);
  CHECK(merges[0].at("loser") == loser);
  CHECK(merges[0].at("Nue_Id__c") == key_b);
}

TEST_CASE("merges form chains", "[org]") {
  OrgClient org;
  const std::string a = org.account();
  const std::string b = org.account();
  const std::string c = org.account();
  REQUIRE(merge(org, b, a).status == 200);
  REQUIRE(merge(org, c, b).status == 200);
  CHECK(org.any(a).at("MasterRecordId") == b);
  CHECK(org.any(b).at("MasterRecordId") == c);
  CHECK(merge(org, a, c).error() == "ENTITY_IS_DELETED");
  CHECK(merge(org, c, a).error() == "ENTITY_IS_DELETED");
}

TEST_CASE("a merge needs two living records of one object", "[org]") {
  OrgClient org;
  const std::string id = org.account();
  CHECK(merge(org, id, id).error() == "INVALID_CROSS_REFERENCE_KEY");
  CHECK(merge(org, id, org.contact(id)).error() == "NOT_FOUND");
  CHECK(merge(org, id, "x").error() == "NOT_FOUND");
  CHECK(org.call("POST", path_of(id, "/merge"), Json::object()).error() == "JSON_PARSER_ERROR");
  CHECK(org.call("POST", path_of(id, "/merge"), {{"loser", 1}}).error() == "JSON_PARSER_ERROR");
  const std::string other = org.account();
  CHECK(org.call("POST", path_of(id, "/merge"), {{"loser", other}}, "ada", "\"9\"").status == 412);
  CHECK(org.record(id).at("Version") == 1);
  CHECK(org.record(other).at("Version") == 1);
}

TEST_CASE("a winner below the loser is on top afterwards, and no merge closes a circle", "[org]") {
  OrgClient org;
  const std::string top = org.account();
  const std::string below = org.account({{"ParentId", top}});
  const std::string lowest = org.account({{"ParentId", below}});
  CHECK(merge(org, lowest, top).error() == "CIRCULAR_DEPENDENCY");
  CHECK(org.record(top).at("IsDeleted") == false);
  CHECK(org.record(lowest).at("ParentId") == below);
  CHECK(merge(org, below, top).status == 200);
  CHECK(org.record(below).at("ParentId").is_null());
}

TEST_CASE("a merge's loser comes back without what was moved", "[org]") {
  OrgClient org;
  const std::string winner = org.account();
  const std::string loser = org.account();
  const std::string contact = org.contact(loser);
  REQUIRE(merge(org, winner, loser).status == 200);
  REQUIRE(org.call("POST", path_of(loser, "/undelete")).status == 200);
  CHECK(org.record(loser).at("MasterRecordId").is_null());
  CHECK(org.record(contact).at("AccountId") == winner);
}

TEST_CASE("a merge leaves alone what is in the bin", "[org]") {
  OrgClient org;
  const std::string winner = org.account();
  const std::string loser = org.account();
  const std::string contact = org.contact(loser);
  REQUIRE(org.call("DELETE", path_of(contact)).status == 204);
  REQUIRE(merge(org, winner, loser).status == 200);
  CHECK(org.any(contact).at("AccountId") == loser);
  CHECK(org.any(contact).at("Version") == 2);
  CHECK(org.call("POST", path_of(contact, "/undelete")).error() == "UNDELETE_FAILED");
}

TEST_CASE("contacts merge too", "[org]") {
  OrgClient org;
  const std::string account = org.account();
  const std::string winner = org.contact(account);
  const std::string loser = org.contact(account);
  REQUIRE(org.call("PATCH", path_of(account), {{"OrderPrimaryContact__c", loser}}).status == 204);
  CHECK(merge(org, winner, loser).status == 200);
  CHECK(org.any(loser).at("MasterRecordId") == winner);
  CHECK(org.record(account).at("OrderPrimaryContact__c") == winner);
}

TEST_CASE("a purge tells nobody and leaves nothing that names the record", "[org]") {
  OrgClient org;
  const std::string account = org.account({{"Nue_Id__c", key_a}});
  const std::string contact = org.contact(account);
  const std::string child = org.account({{"ParentId", account}});
  const auto before = sequence(org);
  CHECK(org.call("POST", path_of(account, "/purge")).status == 204);
  CHECK(org.events(before).empty());
  CHECK(org.get(path_of(account)).error() == "NOT_FOUND");
  CHECK(org.any(account).is_null());
  CHECK(org.any(contact).is_null());
  CHECK(org.record(child).at("ParentId").is_null());
  CHECK(org.record(child).at("Version") == 2);
  CHECK(org.call("POST", path_of(account, "/purge")).status == 404);
  // A new record with the key is another one.
  CHECK(org.account({{"Nue_Id__c", key_a}}) != account);
}

TEST_CASE("what is in the bin can be purged, and a merge is remembered then", "[org]") {
  OrgClient org;
  const std::string winner = org.account();
  const std::string loser = org.account();
  REQUIRE(merge(org, winner, loser).status == 200);
  CHECK(org.call("POST", path_of(loser, "/purge")).status == 204);
  CHECK(org.get(path_of(loser)).error() == "NOT_FOUND");
  CHECK(org.get(path_of(winner, "/merges")).body.at("merges").size() == 1);
}

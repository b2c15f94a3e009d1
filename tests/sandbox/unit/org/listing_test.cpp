// Lists of records with their filters and pages, and the feed of events over a request.
#include "org_client.hpp"
#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;
using Json = nlohmann::json;
using Ids = std::vector<std::string>;

namespace {

Ids listed(OrgClient& org, const std::string& query, const std::string& object = "Account") {
  Ids ids;
  const Json answer = org.get("/sobjects/" + object + query).body;
  for (const Json& record : answer.at("records")) ids.push_back(record.at("Id").get<std::string>());
  return ids;
}

}  // namespace

TEST_CASE("a list comes in pages that lose and repeat nothing", "[org]") {
  OrgClient org;
  Ids made;
  for (int i = 0; i < 7; ++i) made.push_back(org.account());
  Ids seen;
  std::string after;
  int pages = 0;
  for (bool done = false; !done; ++pages) {
    const Json page = org.get("/sobjects/Account?limit=3" + after).body;
    CHECK(page.at("records").size() <= 3);
    for (const Json& record : page.at("records")) seen.push_back(record.at("Id").get<std::string>());
    done = page.at("done").get<bool>();
    CHECK(page.at("next").is_null() == done);
    if (!done) after = "&after=" + page.at("next").get<std::string>();
  }
  CHECK(seen == made);
  CHECK(pages == 3);
}

TEST_CASE("filters narrow a list, together", "[org]") {
  OrgClient org;
  const std::string plain = org.account();
  const std::string keyed = org.account({{"Nue_Id__c", key_a}});
  const std::string both = org.account({{"Nue_Id__c", key_b}, {"CustomerSince__c", "2026-01-01"}});
  CHECK(listed(org, "?set=Nue_Id__c") == Ids{keyed, both});
  CHECK(listed(org, "?unset=Nue_Id__c") == Ids{plain});
  CHECK(listed(org, "?set=Nue_Id__c,CustomerSince__c") == Ids{both});
  CHECK(listed(org, "?set=Nue_Id__c&unset=CustomerSince__c") == Ids{keyed});
  CHECK(listed(org, "?CustomerSince__c=2026-01-01") == Ids{both});
  CHECK(listed(org, "?ids=" + both + "," + plain.substr(0, 15)) == Ids{plain, both});
  CHECK(listed(org, "?ids=" + plain + "%2C" + keyed + "&set=Nue_Id__c") == Ids{keyed});
  const std::string contact = org.contact(both);
  CHECK(org.contact(plain) != contact);
  CHECK(listed(org, "?AccountId=" + both, "Contact") == Ids{contact});
}

TEST_CASE("what changed since a sequence is listed, and only that", "[org]") {
  OrgClient org;
  const std::string first = org.account();
  const std::string second = org.account();
  const auto since = std::to_string(org.get("/sobjects/Account").body.at("sequence").get<std::int64_t>());
  CHECK(listed(org, "?changedSince=" + since).empty());
  REQUIRE(org.call("PATCH", path_of(first), {{"Phone", "1"}}).status == 204);
  CHECK(listed(org, "?changedSince=" + since) == Ids{first});
  REQUIRE(org.call("DELETE", path_of(second)).status == 204);
  CHECK(listed(org, "?changedSince=" + since) == Ids{first});
  CHECK(listed(org, "?includeDeleted=true&changedSince=" + since) == Ids{first, second});
}

TEST_CASE("200 ids are answered at once and 201 are not", "[org]") {
  OrgClient org;
  const std::string id = org.account();
  std::string ids = "?ids=" + id;
  for (int i = 1; i < 200; ++i) ids += "," + id;
  CHECK(listed(org, ids) == Ids{id});
  CHECK(org.get("/sobjects/Account" + ids + "," + id).error() == "MALFORMED_QUERY");
}

TEST_CASE("a parameter that is not understood is refused", "[org]") {
  OrgClient org;
  for (const char* query : {"?limit=0", "?limit=2001", "?limit=x", "?limit=", "?ids=", "?changedSince=-1",
                            "?changedSince=1x", "?includeDeleted=yes", "?nothing=1", "?a", "?=", "?Id%22%3D1=1"}) {
    CAPTURE(query);
    CHECK(org.get(std::string{"/sobjects/Account"} + query).error() == "MALFORMED_QUERY");
  }
  CHECK(org.get("/sobjects/Account?set=Nothing").error() == "INVALID_FIELD");
  CHECK(org.get("/sobjects/Account?ids=x").error() == "MALFORMED_ID");
  for (const char* query : {"?after=-1", "?after=x", "?limit=0", "?since=1"}) {
    CAPTURE(query);
    CHECK(org.get(std::string{"/events"} + query).error() == "MALFORMED_QUERY");
  }
}

TEST_CASE("text in a filter is data", "[org]") {
  OrgClient org;
  const std::string quoted = org.account({{"Phone", "' OR 1=1 --"}});
  org.account({{"Phone", "1"}});
  CHECK(listed(org, "?Phone=' OR 1=1 --") == Ids{quoted});
  CHECK(listed(org, "?after=' OR 1=1 --").size() == 2);
}

TEST_CASE("the feed tells of each change once, in order", "[org]") {
  OrgClient org{{.restricted_picklists = false, .clock = [] { return Milliseconds{0}; }}};
  const std::string id = org.account({{"Phone", "1"}});
  REQUIRE(org.call("PATCH", path_of(id), {{"Phone", nullptr}, {"Website", "a.example"}}, "sync").status == 204);
  REQUIRE(org.call("PATCH", path_of(id), {{"Name", ""}}).status == 400);
  REQUIRE(org.call("DELETE", path_of(id)).status == 204);
  REQUIRE(org.call("POST", path_of(id, "/undelete")).status == 200);
  const Json answer = org.get("/events").body;
  const Json events = answer.at("events");
  REQUIRE(events.size() == 4);
  CHECK(events[0].at("changeType") == "CREATE");
  CHECK(events[0].at("changedFields") == Json::array({"Name", "Phone"}));
  CHECK(events[1] ==
        Json::parse(R"({"sequence": 2, "entityName": "Account", "changeType": "UPDATE", "recordIds": [")" + id +
                    R"("], "versions": [2], "masterRecordId": null, "changedFields": ["Phone", "Website"],
                                 "commitUser": "sync", "commitTimestamp": "1970-01-01T00:00:00.000Z"})"));
  CHECK(events[2].at("changeType") == "DELETE");
  CHECK(events[3].at("changeType") == "UNDELETE");
  CHECK(events[3].at("versions") == Json::array({4}));
  CHECK(answer.at("sequence") == events[3].at("sequence"));

  CHECK(org.get("/events?after=2").body.at("events").size() == 2);
  CHECK(org.get("/events?after=1&limit=1").body.at("events")[0] == events[1]);
  CHECK(org.get("/events?after=4").body.at("events").empty());
  CHECK(org.org->events_after(3, 10).size() == 1);
}

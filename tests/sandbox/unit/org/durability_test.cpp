// What was answered is there after the process was killed; what failed left nothing.
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>

#include <array>

#include "database.hpp"
#include "org_client.hpp"
#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;
using Json = nlohmann::json;

TEST_CASE("records, the feed and counters are there after opening the file again", "[org]") {
  OrgClient org;
  const std::string id = org.account({{"Nue_Id__c", key_a}});
  REQUIRE(org.call("DELETE", path_of(org.account())).status == 204);
  const Json before = org.record(id);
  const auto events = org.events();
  org.reopen();
  CHECK(org.record(id) == before);
  CHECK(org.events() == events);
  CHECK(org.get(std::string{"/sobjects/Account/Nue_Id__c/"} + key_a).body == before);
  const auto last = org.get("/events").body.at("sequence").get<std::int64_t>();
  CHECK(org.account() > id);
  CHECK(org.get("/events").body.at("sequence").get<std::int64_t>() == last + 1);
}

TEST_CASE("an answered write survives SIGKILL", "[org]") {
  const TemporaryFolder folder;
  std::array<int, 2> pipe_ends{};
  REQUIRE(pipe(pipe_ends.data()) == 0);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    Org org{folder.file("org.db")};
    for (;;) {
      const OrgResponse made =
          org.handle({.method = "POST", .target = "/sobjects/Account", .body = R"({"Name": "Kept"})"});
      const std::string id = Json::parse(made.body).at("id").get<std::string>();
      if (write(pipe_ends[1], id.data(), id.size()) < 0) _exit(1);
    }
  }
  close(pipe_ends[1]);
  std::vector<std::string> acknowledged;
  const auto read_one = [&] {
    std::string id(18, ' ');
    if (read(pipe_ends[0], id.data(), id.size()) != 18) return false;
    acknowledged.push_back(id);
    return true;
  };
  while (acknowledged.size() < 20 && read_one()) {
  }
  REQUIRE(kill(child, SIGKILL) == 0);
  REQUIRE(waitpid(child, nullptr, 0) == child);
  while (read_one()) {
  }
  close(pipe_ends[0]);
  REQUIRE(acknowledged.size() >= 20);
  Org org{folder.file("org.db")};
  for (const std::string& id : acknowledged) {
    CAPTURE(id);
    CHECK(org.handle({.method = "GET", .target = path_of(id)}).status == 200);
  }
  // At most one write was done and not answered; each has its event.
  const auto events = org.events_after(0, 1'000'000);
  CHECK(events.size() - acknowledged.size() <= 1);
}

TEST_CASE("a failing database is answered with 500 and leaves nothing behind", "[org]") {
  OrgClient org;
  const std::string id = org.account();
  Database other{org.folder.file("org.db")};
  other.execute("ALTER TABLE events RENAME TO elsewhere");
  const auto failed = org.call("PATCH", path_of(id), {{"Phone", "1"}});
  CHECK(failed.status == 500);
  CHECK(failed.error() == "UNKNOWN_EXCEPTION");
  CHECK(failed.body.dump().find("events") == std::string::npos);
  other.execute("ALTER TABLE elsewhere RENAME TO events");
  CHECK(org.record(id).at("Version") == 1);
  CHECK(org.record(id).at("Phone").is_null());
  CHECK(org.call("PATCH", path_of(id), {{"Phone", "1"}}).etag == "\"2\"");
}

TEST_CASE("two objects on one file see each other's records and never give one id", "[org]") {
  OrgClient org;
  Org other{org.folder.file("org.db")};
  const std::string id = org.account();
  CHECK(other.handle({.method = "GET", .target = path_of(id)}).status == 200);
  CHECK(other.handle({.method = "PATCH", .target = path_of(id), .if_match = "\"1\"", .body = R"({"Phone": "1"})"})
            .status == 204);
  CHECK(org.call("PATCH", path_of(id), {{"Phone", "2"}}, "sync", "\"1\"").status == 412);
  const OrgResponse made =
      other.handle({.method = "POST", .target = "/sobjects/Account", .body = R"({"Name": "Other"})"});
  CHECK(Json::parse(made.body).at("id").get<std::string>() > id);
  CHECK(org.account() > Json::parse(made.body).at("id").get<std::string>());
}

TEST_CASE("an org of before a field existed gets its column", "[org]") {
  OrgClient org;
  const std::string id = org.account({{"Fax", "1"}});
  org.org.reset();
  {
    Database old{org.folder.file("org.db")};
    old.execute("ALTER TABLE Account DROP COLUMN \"Fax\"");
  }
  org.reopen();
  CHECK(org.record(id).at("Fax").is_null());
  CHECK(org.call("PATCH", path_of(id), {{"Fax", "2"}}).status == 204);
  CHECK(org.record(id).at("Fax") == "2");
}

TEST_CASE("a file that cannot be opened is told at once", "[org]") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(Org{folder.file("missing/org.db")}, StoreError);
}

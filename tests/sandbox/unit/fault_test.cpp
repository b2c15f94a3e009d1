#include "fault.hpp"

#include "body.hpp"
#include "fault_store.hpp"
#include "temporary.hpp"
#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

namespace {

Fault fault_of(const std::string& text) {
  Problems problems;
  const auto json = read_body(text, problems);
  REQUIRE(json);
  ObjectReader reader{*json, "", problems};
  Fault fault = read_fault(reader);
  reader.finish();
  REQUIRE(problems.empty());
  return fault;
}

Fault fault_for(const std::string& route) { return fault_of(R"({"kind":"lost_answer","route":")" + route + "\"}"); }

// Whether the store lets so many in a row meet a fault: "-x-" is the second alone.
std::string met_of(FaultStore& faults, int requests, std::string_view name = "GET /customers", bool sync = false) {
  std::string text;
  for (int i = 0; i < requests; ++i) text += faults.meet(name, sync) ? 'x' : '-';
  return text;
}

}  // namespace

TEST_CASE("a route is a name in which each star stands for any text", "[fault]") {
  const std::string name = "PATCH /customers/{customerId}";
  for (const char* route : {"*", "PATCH *", "* /customers/{customerId}", "PATCH /customers/{customerId}",
                            "*/customers*", "P*{*}", "PATCH /customers/{customerId}*"}) {
    CAPTURE(route);
    CHECK(is_about(fault_for(route), name));
  }
  for (const char* route : {"PATCH", "PATCH /customers/{customerId}/*", "GET *", "* /customers", "*x"}) {
    CAPTURE(route);
    CHECK_FALSE(is_about(fault_for(route), name));
  }
}

TEST_CASE("a fault that is written and read again is the same, with every member", "[fault]") {
  for (const std::string text : {
           R"({"route":"GET *","kind":"latency","times":3,"after":2,"delay":5})",
           R"({"route":"*","kind":"rate_limited","after":0,"delay":0,"retryAfter":"Wed, 21 Oct 2037 07:28:00 GMT"})",
           R"({"route":"*","kind":"error_before","after":0,"delay":1,"status":429,"retryAfter":"\"\\"})",
           R"({"route":"sync create \"*\"","kind":"sync_failure","after":0,"permanent":true})",
           R"({"route":"*","kind":"sync_cut","times":1,"after":0})",
       }) {
    CAPTURE(text);
    std::string again = "{";
    append_members(again, fault_of(text));
    CHECK(again + '}' == text);
  }
}

TEST_CASE("so many pass, so many meet it, and that is counted in the database", "[fault]") {
  const TemporaryFolder folder;
  {
    Database database{folder.file("nue.db")};
    prepare_fault_store(database);
    FaultStore faults{database};
    faults.replace({fault_of(R"({"kind":"lost_answer","times":2,"after":1})")});
    CHECK(met_of(faults, 2) == "-x");
  }
  Database database{folder.file("nue.db")};
  FaultStore faults{database};
  CHECK(met_of(faults, 3) == "x--");
  faults.replace({fault_of(R"({"kind":"lost_answer"})")});
  CHECK(met_of(faults, 3) == "xxx");
}

TEST_CASE("faults of requests and of the sync do not meet each other", "[fault]") {
  const TemporaryFolder folder;
  Database database{folder.file("nue.db")};
  prepare_fault_store(database);
  FaultStore faults{database};
  faults.replace({fault_of(R"({"kind":"sync_cut","times":1})"), fault_of(R"({"kind":"lost_answer","times":1})")});
  CHECK(faults.meet("sync create Account", true)->kind == FaultKind::sync_cut);
  CHECK_FALSE(faults.meet("sync create Account", true));
  CHECK(faults.meet("GET /customers", false)->kind == FaultKind::lost_answer);
  CHECK_FALSE(faults.meet("GET /customers", false));
}

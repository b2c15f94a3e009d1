#include "drop_members.hpp"

#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

TEST_CASE("members are dropped, first, last and between, and what stays is as it was sent", "[drop_members]") {
  CHECK(drop_members(R"({"a":1,"b":2,"c":3})", {"/a"}) == R"({"b":2,"c":3})");
  CHECK(drop_members(R"({"a":1,"b":2,"c":3})", {"/b"}) == R"({"a":1,"c":3})");
  CHECK(drop_members(R"({"a":1,"b":2,"c":3})", {"/c"}) == R"({"a":1,"b":2})");
  CHECK(drop_members(R"({"a":1})", {"/a"}) == "{}");
  CHECK(drop_members(R"({"a": 1.50e+1 , "b" : "\u0061" })", {"/c"}) == R"({"a": 1.50e+1 ,"b" : "\u0061" })");
}

TEST_CASE("a row is named by its place", "[drop_members]") {
  CHECK(drop_members(R"([{"a":1},{"a":1,"b":2},{"a":1}])", {"/1/a", "/2/a"}) == R"([{"a":1},{"b":2},{}])");
  CHECK(drop_members(" [ {} , {\"a\":1} ] ", {"/1/a"}) == " [ {} , {} ] ");
}

TEST_CASE("values may hold whatever ends a member, and only members of the record count", "[drop_members]") {
  CHECK(drop_members(R"({"a":{"b":[1,{"c":"},]\"\\"}]},"b":2})", {"/a"}) == R"({"b":2})");
  CHECK(drop_members(R"({"a":{"b":1},"b":2})", {"/b"}) == R"({"a":{"b":1}})");
  CHECK(drop_members(R"({"a":[{"b":1}],"c":3})", {"/0/b", "/b"}) == R"({"a":[{"b":1}],"c":3})");
}

TEST_CASE("a name is compared as it is meant, not as it is escaped", "[drop_members]") {
  CHECK(drop_members(R"({"\u0061":1,"b":2})", {"/a"}) == R"({"b":2})");
  CHECK(drop_members(R"({"x/y~z":1,"b":2})", {"/x~1y~0z"}) == R"({"b":2})");
  CHECK(drop_members(R"({"\"":1,"b":2})", {"/\""}) == R"({"b":2})");
}

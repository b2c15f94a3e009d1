#include "vestibule/sync/json.hpp"

#include "tests/support/catch.hpp"

namespace {

using namespace vestibule;
using namespace vestibule::sync;

TEST_CASE("a ledger is read back from its JSON", "[sync]") {
  Ledger ledger;
  ledger.base = {"a", std::nullopt, "say \"no\"\n"};
  ledger.log = {{Side::org, 1, {"x", std::nullopt}, std::nullopt, 7}, {Side::nue, 0, {"y"}, Snapshot{"z"}, 8}};
  ledger.versions = {3, 18'446'744'073'709'551'615ULL};
  std::string text;
  append_json(text, ledger);
  CHECK(text ==
        R"({"base":["a",null,"say \"no\"\n"],"log":[{"side":"salesforce","unit":1,"values":["x",null],"version":7},)"
        R"({"lost":["z"],"side":"nue","unit":0,"values":["y"],"version":8}],"versions":[3,18446744073709551615]})");
  const auto read = read_ledger(text);
  REQUIRE(read.ok());
  CHECK(read.value() == ledger);
}

TEST_CASE("a text that is no ledger is refused with its place", "[sync]") {
  CHECK(read_ledger("{").error().code == Code::json_syntax);
  CHECK(read_ledger(R"({"base":[1],"log":[],"versions":[0,0]})").error().pointer == "/base/0");
  CHECK(read_ledger(R"({"base":[],"log":[{"side":"left"}],"versions":[0,0]})").error().pointer == "/log/0/side");
  CHECK(read_ledger(R"({"base":[],"log":[],"versions":[-1,0]})").error().code == Code::number_range);
  CHECK(read_ledger(R"({"base":[],"log":[]})").error().code == Code::field_required);
}

}  // namespace

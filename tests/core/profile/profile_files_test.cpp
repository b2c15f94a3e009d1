// The examples of core/data/profiles, the profiles at each limit of tests/data/good-profiles.json, and every bad profile of
// tests/data/bad-profiles.json: the same files the JSON Schema is tested with.
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "tests/support/catch.hpp"
#include "tests/support/vectors.hpp"
#include "vestibule/profile/profile.hpp"

namespace {

using namespace vestibule;
using Json = nlohmann::json;

Json read_json(const std::string& path) {
  Json document = Json::parse(test::read_file(std::string{VESTIBULE_PROJECT} + "/" + path), nullptr, false);
  REQUIRE_FALSE(document.is_discarded());
  return document;
}

}  // namespace

TEST_CASE("the example profiles have no mistakes", "[profile]") {
  for (const std::string name : {"b2b", "b2c", "own-record-type"}) {
    CAPTURE(name);
    CHECK(profile::Profile::parse(read_json("core/data/profiles/" + name + ".json").dump()).ok());
  }
}

TEST_CASE("a profile at a limit has no mistakes", "[profile][limits]") {
  for (const Json& row : read_json("tests/data/good-profiles.json")) {
    CAPTURE(row["comment"].get<std::string>());
    CHECK(profile::Profile::parse(row["profile"].dump()).ok());
  }
}

TEST_CASE("every bad profile is refused with the one finding it was written for", "[profile]") {
  const Json rows = read_json("tests/data/bad-profiles.json");
  std::set<std::string> codes;
  for (const Json& row : rows) {
    CAPTURE(row["comment"].get<std::string>());
    const auto parsed = profile::Profile::parse(row["profile"].dump());
    REQUIRE_FALSE(parsed.ok());
    CHECK(parsed.error().size() == 1);
    const Finding& finding = parsed.error()[0];
    codes.emplace(to_string(finding.code));
    CHECK(to_string(finding.code) == row["code"].get<std::string>());
    CHECK(finding.pointer == row["pointer"].get<std::string>());
    CHECK(finding.severity == Severity::error);
    if (row.contains("suggestion")) CHECK(finding.suggestion == row["suggestion"].get<std::string>());
  }
  for (const CodeInfo& code : code_table) {
    if (code.name.starts_with("profile.")) CHECK(codes.count(std::string{code.name}) == 1);
  }
}

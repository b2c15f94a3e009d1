// The rule files are what tests/vectors/schema.json says, and say nothing that contradicts itself.
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/vectors.hpp"
#include "vestibule/catalogue/field.hpp"
#include "vestibule/code.hpp"

namespace {

using Json = nlohmann::json;
using namespace vestibule;

bool has_type(const Json& value, const std::string& type) {
  return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
         (type == "string" && value.is_string()) || (type == "null" && value.is_null()) ||
         (type == "integer" && value.is_number_integer());
}

// The part of JSON Schema that schema.json uses. A keyword it does not know is a complaint: nothing goes unchecked.
void complain(const Json& schema, const Json& value, const std::string& where, std::vector<std::string>& complaints) {
  const auto check = [&](bool good, const std::string& what) {
    if (!good) complaints.push_back(where + ": " + what);
  };
  for (const auto& [keyword, rule] : schema.items()) {
    if (keyword == "type") {
      bool good = false;
      for (const Json& type : rule.is_array() ? rule : Json::array({rule}))
        good = good || has_type(value, type.get<std::string>());
      check(good, "is not of type " + rule.dump());
    } else if (keyword == "const") {
      check(value == rule, "is not " + rule.dump());
    } else if (keyword == "enum") {
      check(std::find(rule.begin(), rule.end(), value) != rule.end(), "is none of " + rule.dump());
    } else if (keyword == "minLength") {
      check(!value.is_string() || value.get<std::string>().size() >= rule.get<std::size_t>(), "is too short");
    } else if (keyword == "required") {
      for (const Json& name : rule) check(value.contains(name.get<std::string>()), "has no " + name.dump());
    } else if (keyword == "items") {
      for (std::size_t i = 0; i < value.size(); ++i)
        complain(rule, value[i], where + "/" + std::to_string(i), complaints);
    } else if (keyword == "properties" && value.is_object()) {
      for (const auto& [name, member] : value.items()) {
        if (rule.contains(name)) complain(rule[name], member, where + "/" + name, complaints);
      }
    } else if (keyword == "additionalProperties" && value.is_object()) {
      for (const auto& [name, member] : value.items()) {
        if (schema.contains("properties") && schema["properties"].contains(name)) continue;
        if (rule.is_object()) complain(rule, member, where + "/" + name, complaints);
        check(rule.is_object(), "has an unknown member " + name);
      }
    } else if (keyword != "$schema" && keyword != "title") {
      check(keyword == "properties" || keyword == "additionalProperties", "schema.json uses " + keyword);
    }
  }
}

std::vector<std::string> complaints_about(const Json& document) {
  const Json schema = Json::parse(test::read_file(test::vectors_folder() + "/schema.json"), nullptr, false);
  REQUIRE_FALSE(schema.is_discarded());
  std::vector<std::string> complaints;
  complain(schema, document, "", complaints);
  return complaints;
}

std::vector<std::string> rule_file_paths() {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator{test::vectors_folder()}) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".json") && name != "schema.json" && name != "deviations.json" && name != "rows.json")
      paths.push_back(entry.path().string());
  }
  return paths;
}

TEST_CASE("every rule file follows the schema and is named like its rule", "[vectors][schema]") {
  CHECK(rule_file_paths().size() >= 13);
  for (const std::string& path : rule_file_paths()) {
    CAPTURE(path);
    const Json document = Json::parse(test::read_file(path), nullptr, false);
    REQUIRE_FALSE(document.is_discarded());
    CHECK(complaints_about(document) == std::vector<std::string>{});
    CHECK(std::filesystem::path{path}.stem().string() == document["rule"].get<std::string>());
  }
}

TEST_CASE("the schema check sees what it should", "[vectors][schema]") {
  const auto complains = [](const char* text) { return !complaints_about(Json::parse(text)).empty(); };
  CHECK_FALSE(complains(R"({"schema":"rule-vectors.v1","rule":"x","subject":"record","notes":{},"tests":[]})"));
  CHECK(complains(R"({"schema":"rule-vectors.v2","rule":"x","subject":"record","notes":{},"tests":[]})"));
  CHECK(complains(R"({"schema":"rule-vectors.v1","rule":"x","subject":"mail","notes":{},"tests":[]})"));
  CHECK(complains(R"({"schema":"rule-vectors.v1","rule":"x","subject":"record","tests":[]})"));
  CHECK(complains(R"({"schema":"rule-vectors.v1","rule":"x","subject":"record","notes":{"a":1},"tests":[]})"));
  CHECK(complains(R"({"schema":"rule-vectors.v1","rule":"x","subject":"record","notes":{},"tests":[{}]})"));
  CHECK(complains(R"({"schema":"rule-vectors.v1","rule":"x","subject":"record","notes":{},"tests":[],"more":1})"));
}

TEST_CASE("no rule vector contradicts itself", "[vectors][schema]") {
  std::set<std::string> codes;
  for (const CodeInfo& code : code_table) codes.emplace(code.name);
  for (const std::string& path : rule_file_paths()) {
    const Json document = Json::parse(test::read_file(path), nullptr, false);
    std::set<std::string> ids;
    std::set<std::string> flags;
    for (const Json& one : document["tests"]) {
      const std::string id = one["id"].get<std::string>();
      CAPTURE(path, id);
      CHECK(ids.insert(id).second);
      CHECK(one.contains("input") + one.contains("inputHex") + one.contains("inputParts") == 1);
      for (const Json& flag : one["flags"]) {
        CHECK(document["notes"].contains(flag.get<std::string>()));
        flags.insert(flag.get<std::string>());
      }
      for (const Json& code : one["codes"]) CHECK(codes.count(code.get<std::string>()) == 1);
      const std::string outcome = one["outcome"].get<std::string>();
      CHECK((outcome == "accepted" || outcome == "normalised") == one["codes"].empty());
      CHECK((outcome == "normalised") <= one.contains("output"));
      CHECK((outcome == "refused") <= !one.contains("output"));
      if (one.contains("pointers")) CHECK(one["pointers"].size() == one["codes"].size());
      const Json& with_field = one.contains("field") ? one : document;
      const bool contact = std::count(one["flags"].begin(), one["flags"].end(), "contact") > 0;
      const auto of = contact ? catalogue::Entity::contact : catalogue::Entity::customer;
      if (with_field.contains("field"))
        CHECK(catalogue::find_field(with_field["field"].get<std::string>(), of).has_value());
    }
    CAPTURE(path);
    CHECK(flags.size() == document["notes"].size());
  }
}

}  // namespace

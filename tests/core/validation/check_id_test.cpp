#include "vestibule/validation/check_id.hpp"

#include <string>

#include "tests/support/catch.hpp"

namespace {

using namespace vestibule;

TEST_CASE("an id is answered in its canonical form, trimmed", "[ids][I01][I02]") {
  CHECK(validation::check_uuid("\u00a0F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6\n").value ==
        "f81d4fae-7dec-11d0-a765-00a0c91e6bf6");
  CHECK(validation::check_salesforce_id(" 0015f00002JUZPD", "001").value == "0015f00002JUZPDAA5");
}

TEST_CASE("the nil UUID names nothing", "[ids][I01]") {
  const auto result = validation::check_uuid("00000000-0000-0000-0000-000000000000");
  CHECK_FALSE(result.ok);
  CHECK(result.value.empty());
  CHECK(result.findings == std::vector<Finding>{{Code::id_syntax, Severity::error, "", {}, std::nullopt}});
}

TEST_CASE("a prefix restricts an id to one object", "[ids][I06]") {
  CHECK(validation::check_salesforce_id("003G000001SUbc4IAD", "").ok);
  CHECK(validation::check_salesforce_id("003G000001SUbc4IAD", "003").ok);
  const auto result = validation::check_salesforce_id("003G000001SUbc4IAD", "001");
  CHECK(result.findings == std::vector<Finding>{{Code::id_object, Severity::error, "", {"001"}, std::nullopt}});
}

TEST_CASE("the answer about an id is JSON like that about a record", "[ids]") {
  std::string text;
  validation::append_json(text, validation::check_salesforce_id("001ot00000mx5kziai", "001"));
  CHECK(
      text ==
      R"({"ok":true,"value":"001Ot00000mx5KzIAI","findings":[{"code":"id.case_repaired","severity":"warning","pointer":"","params":{}}]})");
  text.clear();
  validation::append_json(text, validation::check_uuid("x"));
  CHECK(text ==
        R"({"ok":false,"value":null,"findings":[{"code":"id.syntax","severity":"error","pointer":"","params":{}}]})");
}

}  // namespace

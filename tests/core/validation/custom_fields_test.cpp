// A tenant's own text fields: validation/options.hpp, CustomField.
#include <array>
#include <string>

#include "tests/support/catch.hpp"
#include "vestibule/validation/check_json.hpp"

namespace {

using namespace vestibule;
using customer::ValueKind;

constexpr std::array<validation::CustomField, 1> fields{{{"signupToken", 26}}};

validation::CheckResult check(std::string_view value, validation::Operation operation = validation::Operation::create,
                              validation::Strictness strictness = validation::Strictness::api) {
  const std::string text = R"({"name":"A","recordType":"Business","signupToken":)" + std::string{value} + "}";
  validation::Options options{operation, strictness, {}};
  options.custom_fields = fields;
  return validation::check_json(text, options);
}

std::string only_code(const validation::CheckResult& result) {
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].pointer == "/signupToken");
  return std::string{to_string(result.findings[0].code)};
}

}  // namespace

TEST_CASE("a custom field is accepted through the API and stands behind the catalogue's fields", "[custom]") {
  const auto result = check(R"("0123456789ABCDEFGHJKMNPQRS")");
  REQUIRE(result.ok);
  CHECK(result.changed.empty());
  std::string text;
  customer::append_json(text, result.value);
  CHECK(text == R"({"name":"A","recordType":"Business","signupToken":"0123456789ABCDEFGHJKMNPQRS"})");
}

TEST_CASE("a custom field is trimmed, and its limit holds afterwards", "[custom]") {
  const auto trimmed = check(R"("  abc ")");
  REQUIRE(trimmed.ok);
  CHECK(trimmed.value.custom == std::vector<customer::CustomValue>{{"signupToken", ValueKind::string, "abc"}});
  CHECK(trimmed.changed == std::vector<std::string>{"/signupToken"});
  CHECK(check('"' + std::string(26, 'x') + '"').ok);
  CHECK(only_code(check('"' + std::string(27, 'x') + '"')) == "text.too_long");
}

TEST_CASE("a custom field takes texts only, without what no text may hold", "[custom]") {
  CHECK(only_code(check("1")) == "field.type");
  CHECK(only_code(check("[]")) == "field.type");
  CHECK(only_code(check(R"("a\u0007")")) == "text.control");
  CHECK(only_code(check(R"("a\u202eb")")) == "text.bidi_control");
}

TEST_CASE("an empty custom field is left out of a create and emptied by a patch", "[custom]") {
  for (const std::string_view empty : {"null", R"("")", R"("  ")"}) {
    CAPTURE(empty);
    CHECK(check(empty).value.custom.empty());
    const auto patched = check(empty, validation::Operation::patch);
    CHECK(patched.value.custom == std::vector<customer::CustomValue>{{"signupToken", ValueKind::null, ""}});
  }
}

TEST_CASE("a person signing up sets no custom field", "[custom]") {
  CHECK(only_code(check(R"("x")", validation::Operation::create, validation::Strictness::signup)) == "field.unknown");
}

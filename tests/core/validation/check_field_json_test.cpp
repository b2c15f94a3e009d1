#include "vestibule/validation/check_field_json.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"

using namespace vestibule;
using validation::Options;

namespace {

std::string answer(std::string_view name, std::string_view text, const Options& options = {}) {
  std::string out;
  append_json(out, validation::check_field_json(name, text, options));
  return out;
}

// The only finding's code; "" when the value is accepted without one.
std::string code(std::string_view name, std::string_view text, const Options& options = {}) {
  const auto result = validation::check_field_json(name, text, options);
  if (result.findings.empty()) return result.ok ? "" : "refused without a finding";
  return std::string{to_string(result.findings.front().code)};
}

constexpr Options api{.strictness = validation::Strictness::api};
constexpr Options contact{.of = catalogue::Entity::contact};

}  // namespace

TEST_CASE("check_field_json answers the one member, normalised", "[validation]") {
  CHECK(answer("email", R"( "a@EXAMPLE.org" )") ==
        R"({"ok":true,"value":{"email":"a@example.org"},"changed":["/email"],"findings":[]})");
  CHECK(answer("paymentMethods", R"(["ACH","Credit Card"])", api) ==
        R"({"ok":true,"value":{"paymentMethods":["ACH","Credit Card"]},"changed":[],"findings":[]})");
  CHECK(answer("numberOfEmployees", "7") ==
        R"({"ok":true,"value":{"numberOfEmployees":7},"changed":[],"findings":[]})");
  CHECK(answer("email", R"("")") == R"({"ok":true,"value":{},"changed":["/email"],"findings":[]})");
}

TEST_CASE("check_field_json judges the JSON type of any value", "[validation]") {
  CHECK(code("email", "7") == "field.type");
  CHECK(code("email", "true") == "field.type");
  CHECK(code("email", "{}") == "field.type");
  CHECK(code("email", R"({"email":"a@example.org"})") == "field.type");
  CHECK(code("email", R"(["a@example.org"])") == "field.type");
  CHECK(code("paymentMethods", R"([["ACH"]])", api) == "field.type");
  CHECK(code("paymentMethods", R"(["ACH",[]])", api) == "field.type");
  CHECK(code("paymentMethods", R"(["ACH",1])", api) == "field.type");
  CHECK(code("name", "null") == "field.required");
}

TEST_CASE("check_field_json reads one value and nothing after it", "[validation]") {
  CHECK(code("email", "") == "json.empty");
  CHECK(code("email", R"("a@example.org",)") == "json.syntax");
  CHECK(code("email", R"("a@example.org","name":"x")") == "json.syntax");
  CHECK(code("email", R"("a@example.org"})") == "json.syntax");
  CHECK(code("email", "\"\xC3\"") == "json.utf8");
  CHECK(code("email", "[[[[[[[[[]]]]]]]]]") == "json.depth");
  CHECK(code("email", '"' + std::string(1024 * 1024, 'a') + '"') == "limit.input");
}

TEST_CASE("check_field_json knows the fields of the entity asked about, and no others", "[validation]") {
  CHECK(code("firstName", R"("Ada")", contact).empty());
  CHECK(code("firstName", R"("Ada")") == "field.unknown");
  CHECK(answer("emial", "1") ==
        R"({"ok":false,"value":null,"changed":[],"findings":[{"code":"field.unknown","severity":"error",)"
        R"("pointer":"/emial","params":{},"suggestion":"email"}]})");
}

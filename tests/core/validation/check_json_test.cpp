#include "vestibule/validation/check_json.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"
#include "vestibule/limits.hpp"

namespace {

using namespace vestibule;

const std::string good = R"({"name":"A","recordType":"Business"})";

validation::CheckResult check(std::string_view text) {
  return validation::check_json(test::ExactBlock{text}.view(), {});
}

std::string only_code(const validation::CheckResult& result) {
  return result.findings.size() == 1 ? std::string{to_string(result.findings[0].code)} : "not one finding";
}

TEST_CASE("a problem of the text is the only finding, whatever was wrong before it", "[json]") {
  CHECK(only_code(check(R"({"name":" ","email":"a","nmae":1)")) == "json.syntax");
  CHECK(only_code(check(R"({"name":" ","email":"a","email":"b"})")) == "json.duplicate_key");
}

TEST_CASE("json.syntax names the byte where the text stops being JSON", "[json][J02]") {
  const auto offset = [](std::string_view text) { return check(text).findings.at(0).params.at(0); };
  CHECK(offset("x") == "0");
  CHECK(offset("{\"name\":}") == "8");
  CHECK(offset(good + " x") == std::to_string(good.size() + 1));
  CHECK(offset(good + std::string(1, '\0') + "x") == std::to_string(good.size()));
}

TEST_CASE("a text cut at any byte is refused and read no further", "[json][J02]") {
  const std::string text =
      "{\"name\":\"\\u00e9\\ud83d\\ude00\xC3\xA9\",\"recordType\":\"Business\",\"annualRevenue\":1.5e3,"
      "\"paymentMethods\":[\"ACH\",null],\"x\":{\"y\":true}}";
  for (std::size_t size = 0; size < text.size(); ++size) {
    CAPTURE(size);
    const auto result = check(std::string_view{text}.substr(0, size));
    CHECK_FALSE(result.ok);
    CHECK(only_code(result).starts_with("json."));
  }
}

TEST_CASE("a number no parser can hold is a finding about its field, not about the text", "[json][N01]") {
  for (const std::string literal : {"1e400", "-1e400", "123456789e309", "1E+999999999999", "0.1e400"}) {
    CAPTURE(literal);
    const auto result =
        check(R"({"name":" ","recordType":"Business","annualRevenue":)" + literal + R"(,"numberOfEmployees":10.5})");
    REQUIRE(result.findings.size() == 3);
    CHECK(result.findings[0].code == Code::text_blank);
    CHECK(result.findings[1].code == Code::number_integer);
    CHECK(result.findings[2].code == Code::number_range);
    CHECK(result.findings[2].pointer == "/annualRevenue");
  }
  CHECK(only_code(check("{\"annualRevenue\":1e400x}")) == "json.syntax");
  CHECK(only_code(check("{\"annualRevenue\":" + std::string(400, '1') + "x}")) == "json.syntax");
  CHECK(only_code(check("{\"annualRevenue\":0" + std::string(400, '1') + "}")) == "json.syntax");
}

TEST_CASE("every literal reaches its own field, however many stand before it", "[json][N03]") {
  const auto result = check(
      R"({"a\"1":[1,2,"3",true],"annualRevenue":1250000.50,"name":"4","numberOfEmployees":1e2,"recordType":"Business","x":{"y":[5e400]}})");
  REQUIRE(result.findings.size() == 2);
  CHECK(result.findings[0].code == Code::field_unknown);
  CHECK(result.findings[1].code == Code::field_unknown);
  const auto accepted =
      check(R"({"annualRevenue":1250000.50,"name":"4","numberOfEmployees":1e2,"recordType":"Business"})");
  REQUIRE(accepted.ok);
  CHECK(accepted.value.find(catalogue::Field::annual_revenue)->text == "1250000.5");
  CHECK(accepted.value.find(catalogue::Field::number_of_employees)->text == "100");
}

TEST_CASE("a batch has 5 MiB and a record 1 MiB", "[json][limit][J14]") {
  const auto padded = [](const std::string& text, std::size_t size) {
    return std::string(size - text.size(), ' ') + text;
  };
  CHECK(check(padded(good, limits::record_max_bytes)).ok);
  CHECK(only_code(check(padded(good, limits::record_max_bytes + 1))) == "limit.input");
  const std::string batch = "[" + good + "]";
  CHECK(validation::check_batch_json(padded(batch, limits::batch_max_bytes), {}).ok);
  const auto refused = validation::check_batch_json(padded(batch, limits::batch_max_bytes + 1), {});
  REQUIRE(refused.findings.size() == 1);
  CHECK(refused.findings[0].code == Code::limit_input);
  CHECK(refused.findings[0].params == std::vector<std::string>{"5242880"});
}

TEST_CASE("a batch is cut at 2,000 findings and says so, and still refuses", "[json][limit][B05]") {
  std::string row = "{\"name\":\"A\",\"recordType\":\"Business\"";
  for (int i = 0; i < 50; ++i) row += ",\"x" + std::to_string(i) + "\":1";
  row += "}";
  const auto rows = [&](int count) {
    std::string text = "[" + row;
    for (int i = 1; i < count; ++i) text += "," + row;
    return validation::check_batch_json(text + "]", {});
  };
  const auto at_limit = rows(40);
  CHECK(at_limit.findings.size() == 2000);
  CHECK_FALSE(at_limit.truncated);
  const auto over = rows(41);
  CHECK(over.findings.size() == 2000);
  CHECK(over.truncated);
  CHECK_FALSE(over.ok);
  CHECK(over.rows.size() == 41);
}

TEST_CASE("rows of a batch know nothing of each other", "[json][B03]") {
  const auto result = validation::check_batch_json(
      R"([{"name":"A","recordType":"Business","email":"a@b.co"},{"name":"B","recordType":"Business"},{"nmae":1}])", {});
  REQUIRE(result.rows.size() == 3);
  REQUIRE(result.rows[1].has_value());
  CHECK(result.rows[1]->values.size() == 2);
  CHECK_FALSE(result.rows[2].has_value());
  CHECK(result.findings.back().pointer == "/2/nmae");
}

}  // namespace

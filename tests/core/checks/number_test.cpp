#include "vestibule/checks/number.hpp"

#include <limits>
#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"

namespace {

using namespace vestibule;

Result<checks::Decimal, Code> parse(std::string_view text) {
  return checks::parse_decimal(test::ExactBlock{text}.view());
}

void ok(std::string_view text, std::string_view expected, bool integer, bool negative = false) {
  CAPTURE(text);
  const auto number = parse(text);
  REQUIRE(number.ok());
  CHECK(number.value() == checks::Decimal{std::string{expected}, integer, negative});
  CHECK(parse(expected) == number);  // what is stored is read again as the same
}

void bad(std::string_view text, Code code) {
  CAPTURE(text);
  const auto number = parse(text);
  REQUIRE_FALSE(number.ok());
  CHECK(number.error() == code);
}

TEST_CASE("parse_decimal writes every literal in plain notation", "[number][N03]") {
  ok("0", "0", true);
  ok("-0", "0", true);
  ok("-0.0e5", "0", true);
  ok("0e999", "0", true);
  ok("1e2", "100", true);
  ok("10.0", "10", true);
  ok("1000e-3", "1", true);
  ok("0.10", "0.1", false);
  ok("-1.50", "-1.5", false, true);
  ok("12.5e1", "125", true);
  ok("1E-3", "0.001", false);
}

TEST_CASE("parse_decimal refuses what is no number literal", "[number][J04]") {
  for (const std::string_view text :
       {"", "-", "+1", "01", ".5", "1.", "1e", "1e+", "0x1F", "NaN", "Infinity", " 1", "1 ", "1,000", "1_0", "--1"}) {
    bad(text, Code::field_type);
  }
}

TEST_CASE("a literal has 32 characters, before and after", "[number][limit][N06]") {
  ok("1" + std::string(15, '0') + ".000000000000000", "1" + std::string(15, '0'), true);
  bad(std::string(33, '1'), Code::number_too_long);
  bad(std::string(33, 'x'), Code::number_too_long);
  ok("1e-30", "0." + std::string(29, '0') + "1", false);
  bad("1e-31", Code::number_precision);
  bad("-1e-30", Code::number_precision);
}

TEST_CASE("what binary64 cannot hold is refused, not rounded", "[number][limit][N01][N02]") {
  bad("1e400", Code::number_range);
  bad("-1e400", Code::number_range);
  bad("1e-400", Code::number_range);
  bad("1e99999999999999999999999", Code::number_range);
  ok("9007199254740992", "9007199254740992", true);
  bad("9007199254740993", Code::number_precision);
  ok("-9007199254740992", "-9007199254740992", true, true);
  bad("-9007199254740993", Code::number_precision);
  ok("12345678901234.5", "12345678901234.5", false);
  // Fractions of 16 and 17 digits are taken as a binary64 is written, and not otherwise.
  for (const char* text : {"123456789012345.6", "-99999999999999.98", "0.30000000000000004", "1234567890.1234567",
                           "583341080434422.8", "0.000000000012345678901234567"}) {
    ok(text, text, false, *text == '-');
  }
  for (const char* text : {"99999999999999.99", "0.30000000000000005", "583341080434422.7", "0.10000000000000001",
                           "0.123456789012345678", "9007199254740991.5", "0.00000000000012345678901234567"}) {
    bad(text, Code::number_precision);
  }
}

TEST_CASE("within compares exactly at both ends", "[number][limit][N04]") {
  const auto inside = [](std::string_view text, std::int64_t min, std::int64_t max) {
    return checks::within(checks::parse_decimal(text).value(), min, max);
  };
  CHECK(inside("0", 0, 99));
  CHECK(inside("99", 0, 99));
  CHECK_FALSE(inside("100", 0, 99));
  CHECK_FALSE(inside("99.5", 0, 99));
  CHECK_FALSE(inside("-1", 0, 99));
  CHECK_FALSE(inside("-0.5", 0, 99));
  CHECK(inside("0.5", 0, 99));
  CHECK(inside("-5", -5, -1));
  CHECK_FALSE(inside("-5.5", -5, -1));
  CHECK_FALSE(inside("-0.5", -5, -1));
  CHECK(inside("-1", -5, -1));
  CHECK_FALSE(inside("1e18", 0, 999999999999999999));
  CHECK(inside("1e17", 0, 999999999999999999));
  CHECK(inside("1e18", 0, std::numeric_limits<std::int64_t>::max()));
  CHECK_FALSE(inside("1e19", 0, std::numeric_limits<std::int64_t>::max()));
  CHECK(inside("-1e18", std::numeric_limits<std::int64_t>::min(), 0));
}

}  // namespace

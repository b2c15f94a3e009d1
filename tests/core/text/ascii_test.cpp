#include "vestibule/text/ascii.hpp"

#include "tests/support/catch.hpp"

namespace {

using namespace vestibule::text;

TEST_CASE("the ASCII tests agree with each other on all 256 bytes", "[text]") {
  int letters = 0;
  int digits = 0;
  for (int value = 0; value < 256; ++value) {
    const char c = static_cast<char>(value);
    CAPTURE(value);
    CHECK(is_alpha(c) == (is_upper(c) || is_lower(c)));
    CHECK(is_alnum(c) == (is_alpha(c) || is_digit(c)));
    CHECK(is_ascii(c) == (value < 128));
    CHECK((to_lower(c) == c) == !is_upper(c));
    CHECK((to_upper(c) == c) == !is_lower(c));
    if (is_alpha(c)) CHECK(to_upper(to_lower(c)) == to_upper(c));
    if (!is_ascii(c)) CHECK_FALSE(is_alnum(c));
    letters += is_alpha(c) ? 1 : 0;
    digits += is_digit(c) ? 1 : 0;
  }
  CHECK(letters == 52);
  CHECK(digits == 10);
}

TEST_CASE("hex_value knows 22 characters", "[text]") {
  int known = 0;
  for (int value = 0; value < 256; ++value) known += hex_value(static_cast<char>(value)) >= 0 ? 1 : 0;
  CHECK(known == 22);
  CHECK(hex_value('0') == 0);
  CHECK(hex_value('9') == 9);
  CHECK(hex_value('a') == 10);
  CHECK(hex_value('F') == 15);
  CHECK(hex_value('g') == -1);
}

TEST_CASE("equals_ignoring_case ignores the case of ASCII letters only", "[text]") {
  CHECK(equals_ignoring_case("", ""));
  CHECK(equals_ignoring_case("Acme", "aCME"));
  CHECK_FALSE(equals_ignoring_case("Acme", "Acm"));
  CHECK_FALSE(equals_ignoring_case("a[", "a{"));  // 0x5B and 0x7B differ by the bit of case
  CHECK_FALSE(equals_ignoring_case("\u00c4", "\u00e4"));
}

}  // namespace

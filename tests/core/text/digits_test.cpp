#include "vestibule/text/digits.hpp"

#include "tests/support/catch.hpp"

namespace {

using vestibule::text::decimal_value;

TEST_CASE("decimal_value reads the digits of many scripts", "[text][F12]") {
  CHECK(decimal_value(U'0') == 0);
  CHECK(decimal_value(U'9') == 9);
  CHECK(decimal_value(U'\u0663') == 3);      // Arabic-Indic
  CHECK(decimal_value(U'\u06f9') == 9);      // extended Arabic-Indic
  CHECK(decimal_value(U'\u096a') == 4);      // Devanagari
  CHECK(decimal_value(U'\uff15') == 5);      // full width
  CHECK(decimal_value(U'\U0001D7FF') == 9);  // mathematical
}

TEST_CASE("decimal_value reads nothing else", "[text][F12]") {
  for (const char32_t other : {U'/', U':', U'a', U'\u00b2', U'\u2155', U'\u4e00', U'\u065f', U'\u066a', U'\U0001D7CD',
                               U'\U0001D800', U'\U0010FFFF'}) {
    CAPTURE(static_cast<unsigned>(other));
    CHECK(decimal_value(other) == -1);
  }
}

TEST_CASE("digits come in runs of ten", "[text]") {
  for (char32_t code_point = 0; code_point < 0x20000; ++code_point) {
    const int value = decimal_value(code_point);
    if (value > 0 && decimal_value(code_point - 1) != value - 1) FAIL("a digit without the one before it");
  }
}

}  // namespace

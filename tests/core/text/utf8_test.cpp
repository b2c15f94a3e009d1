#include "vestibule/text/utf8.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"

namespace {

using namespace vestibule::text;
using namespace std::string_view_literals;
using vestibule::test::ExactBlock;

std::size_t first_invalid(std::string_view bytes) { return first_invalid_utf8(ExactBlock{bytes}.view()); }
void ok(std::string_view bytes) { CHECK(first_invalid(bytes) == bytes.size()); }
void bad(std::string_view bytes, std::size_t at) { CHECK(first_invalid(bytes) == at); }

TEST_CASE("first_invalid_utf8 accepts the first and last code point of every length", "[text][J09]") {
  ok(""sv);
  ok("\0"sv);
  ok("\x7F"sv);
  ok("\xC2\x80"sv);
  ok("\xDF\xBF"sv);
  ok("\xE0\xA0\x80"sv);
  ok("\xED\x9F\xBF"sv);
  ok("\xEE\x80\x80"sv);
  ok("\xEF\xBF\xBF"sv);
  ok("\xF0\x90\x80\x80"sv);
  ok("\xF4\x8F\xBF\xBF"sv);
}

TEST_CASE("first_invalid_utf8 refuses what RFC 3629 does, where it begins", "[text][J09]") {
  bad("\x80"sv, 0);
  bad("a\xC0\xAF"sv, 1);         // overlong
  bad("\xC1\xBF"sv, 0);          // overlong
  bad("\xE0\x80\x80"sv, 0);      // overlong
  bad("\xE0\x9F\xBF"sv, 0);      // overlong
  bad("\xF0\x8F\xBF\xBF"sv, 0);  // overlong
  bad("\xED\xA0\x80"sv, 0);      // surrogate
  bad("\xED\xBF\xBF"sv, 0);      // surrogate
  bad("\xF4\x90\x80\x80"sv, 0);  // above U+10FFFF
  bad("\xF5\x80\x80\x80"sv, 0);
  bad("\xFF"sv, 0);
  bad("ab\xE2\x82"sv, 2);    // cut at the end
  bad("\xF0\x9F\x8E"sv, 0);  // cut at the end
  bad("\xE2\x82z"sv, 0);     // cut inside
  bad("\xE2\x82\xAC\xE2"sv, 3);
  bad("\xC3\xC3\xA4"sv, 0);
}

TEST_CASE("every scalar value is written and read back", "[text]") {
  std::string bytes;
  std::size_t wrong = 0;
  for (char32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
    if (code_point >= 0xD800 && code_point < 0xE000) continue;
    bytes.clear();
    append_utf8(bytes, code_point);
    const Decoded decoded = decode(bytes, 0);
    const bool good = first_invalid_utf8(bytes) == bytes.size() && decoded.code_point == code_point &&
                      decoded.size == bytes.size() && utf16_length(bytes) == (code_point > 0xFFFF ? 2U : 1U);
    wrong += good ? 0 : 1;
  }
  CHECK(wrong == 0);
}

TEST_CASE("no surrogate can be written so that it reads as valid", "[text]") {
  for (char32_t code_point = 0xD800; code_point < 0xE000; ++code_point) {
    std::string bytes;
    append_utf8(bytes, code_point);
    if (first_invalid_utf8(bytes) != 0) FAIL("a surrogate passed");
  }
}

TEST_CASE("utf16_length counts as JavaScript does", "[text][U19]") {
  CHECK(utf16_length("") == 0);
  CHECK(utf16_length("abc") == 3);
  CHECK(utf16_length("\u00e4\u6f22") == 2);
  CHECK(utf16_length("\U0001F3A4") == 2);
  CHECK(utf16_length("e\u0301") == 2);
}

}  // namespace

#include "vestibule/text/classify.hpp"

#include <array>
#include <cstddef>

#include "tests/support/catch.hpp"

namespace {

using vestibule::text::CharacterClass;
using vestibule::text::classify;

TEST_CASE("every code point has one class, and the small classes have their size", "[text]") {
  std::array<std::size_t, 16> counts{};
  for (char32_t code_point = 0; code_point <= 0x10FFFF; ++code_point)
    ++counts[static_cast<std::size_t>(classify(code_point))];
  const auto count = [&](CharacterClass one) { return counts[static_cast<std::size_t>(one)]; };
  CHECK(count(CharacterClass::control) == 65 - 3);  // C0, DEL and C1 without tab, LF and CR
  CHECK(count(CharacterClass::line_break) == 4);
  CHECK(count(CharacterClass::space) == 25 - 4 - 3);  // White_Space without line breaks, VT, FF and NEL
  CHECK(count(CharacterClass::bidi_control) == 9);
  CHECK(count(CharacterClass::joiner) == 2);
  CHECK(count(CharacterClass::tag) == 128);
  CHECK(count(CharacterClass::selector) == 240);
  CHECK(count(CharacterClass::noncharacter) == 66);  // Unicode 23.7
  CHECK(count(CharacterClass::doubtful) == 6400 + 2 * 65534 + 1);
  CHECK(count(CharacterClass::filler) == 5);
}

TEST_CASE("what people write is visible", "[text][U17]") {
  for (const char32_t code_point :
       {U'a', U'0', U'!', U'~', U'\u00e9', U'\u0430', U'\u0627', U'\u6f22', U'\uac00', U'\U0001F3A4', U'\u2019'}) {
    CAPTURE(static_cast<unsigned>(code_point));
    CHECK(classify(code_point) == CharacterClass::visible);
  }
}

}  // namespace

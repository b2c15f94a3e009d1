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
  CHECK(count(CharacterClass::tag) == 4096 - 240);
  CHECK(count(CharacterClass::variation) == 16 + 4);
  CHECK(count(CharacterClass::selector) == 240);
  CHECK(count(CharacterClass::noncharacter) == 66);  // Unicode 23.7
  CHECK(count(CharacterClass::doubtful) == 6400 + 2 * 65534 + 1);
  CHECK(count(CharacterClass::filler) == 5);
}

TEST_CASE("marks are marks in every plane", "[text][U15]") {
  for (const char32_t code_point : {U'\u0301', U'\u093C', U'\u0E31', U'\u20DD', U'\U00011366', U'\U0001E8D0'}) {
    CAPTURE(static_cast<unsigned>(code_point));
    CHECK(classify(code_point) == CharacterClass::mark);
  }
  CHECK(classify(U'\u0903') == CharacterClass::spacing_mark);
  CHECK(classify(U'\U00011302') == CharacterClass::spacing_mark);
}

TEST_CASE("joiners belong to scripts that join or stack, and to emoji", "[text][U08]") {
  for (const char32_t code_point : {U'\u06CC', U'\u0915', U'\u094D', U'\u0DC1', U'\u1820', U'\u0710', U'\u0640'}) {
    CAPTURE(static_cast<unsigned>(code_point));
    CHECK(vestibule::text::joins(code_point) == vestibule::text::Joins::letters);
  }
  for (const char32_t code_point : {U'\U0001F468', U'\u2764', U'\U0001F3FD', U'\u2640'}) {
    CHECK(vestibule::text::joins(code_point) == vestibule::text::Joins::emoji);
  }
  for (const char32_t code_point : {U'a', U'\u00e9', U'\u0430', U'\u6f22', U'\uac00', U'\u05d0', U'\u0e01', U'1'}) {
    CHECK(vestibule::text::joins(code_point) == vestibule::text::Joins::nothing);
  }
}

TEST_CASE("what people write is visible", "[text][U17]") {
  for (const char32_t code_point :
       {U'a', U'0', U'!', U'~', U'\u00e9', U'\u0430', U'\u0627', U'\u6f22', U'\uac00', U'\U0001F3A4', U'\u2019'}) {
    CAPTURE(static_cast<unsigned>(code_point));
    CHECK(classify(code_point) == CharacterClass::visible);
  }
}

}  // namespace

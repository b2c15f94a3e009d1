#include "unicode_data.hpp"

#include <iterator>

namespace vestibule::text {
namespace {

#include "generated/properties.inc"

constexpr std::uint32_t block_size = 128;
constexpr char32_t table_end = std::size(property_blocks) * block_size;

constexpr Properties only(CharacterClass character_class) {
  return Properties{static_cast<std::uint32_t>(character_class)};
}

// Planes 2 and 3 are Han, plane 14 holds what nobody can see, and from plane 15 on all is private.
constexpr Properties above_table(char32_t code_point) {
  if (code_point < 0x40000) {
    const bool compatibility = code_point >= 0x2F800 && code_point <= 0x2FA1D;
    return Properties{static_cast<std::uint32_t>(Script::han) << 16 |
                      static_cast<std::uint32_t>(compatibility ? InNfc::no : InNfc::yes) << 4};
  }
  if (code_point >= 0xF0000) return only(CharacterClass::doubtful);
  if (code_point >= 0xE0100 && code_point <= 0xE01EF) return only(CharacterClass::selector);
  return only(code_point >= 0xE0000 && code_point <= 0xE0FFF ? CharacterClass::tag : CharacterClass::visible);
}

}  // namespace

Properties properties_of(char32_t code_point) {
  if ((code_point & 0xFFFE) == 0xFFFE || (code_point >= 0xFDD0 && code_point <= 0xFDEF)) {
    return only(CharacterClass::noncharacter);
  }
  if (code_point >= table_end) return above_table(code_point);
  const std::uint32_t block = property_blocks[code_point / block_size];
  return Properties{property_values[property_records[block * block_size + code_point % block_size]]};
}

}  // namespace vestibule::text

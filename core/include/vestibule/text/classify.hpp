/// What a code point is to the text rules: visible, white space, or one of the kinds that are dropped or refused.
/// Depends on: nothing.
#pragma once

#include <cstdint>

namespace vestibule::text {

/// The version of Unicode the tables are made from (core/data/unicode).
inline constexpr char unicode_version[] = "17.0.0";

enum class CharacterClass : std::uint8_t {
  visible,
  space,         ///< White_Space without line breaks, tab among them
  line_break,    ///< LF, CR, U+2028, U+2029
  control,       ///< C0, DEL and C1, without tab, LF and CR
  bidi_control,  ///< explicit embeddings, overrides and isolates (UAX 9); the Trojan Source set
  invisible,  ///< what else is ignorable by default: direction marks, zero-width space, soft hyphen, BOM; U+FFF9-FFFC
  joiner,     ///< U+200C and U+200D: spelling in some scripts, invisible in others
  tag,        ///< U+E0000-E0FFF but selectors: text no person can see
  selector,   ///< U+E0100-E01EF: one may follow a Han character
  variation,  ///< U+FE00-FE0F and the Mongolian U+180B-180F: one may follow an emoji, a symbol or a letter that varies
  noncharacter,  ///< U+FDD0-FDEF and the last two of every plane
  doubtful,      ///< private use and U+FFFD: accepted with a warning
  mark,          ///< combining marks without a width of their own (Mn, Me)
  spacing_mark,  ///< combining marks that take room (Mc), as vowel signs of India
  filler,        ///< letters and symbols without ink: U+3164, U+115F, U+1160, U+FFA0, U+2800
};

/// Source: UCD (General_Category, White_Space, Default_Ignorable_Code_Point), UAX 9, RFC 9839 (problematic code points).
[[nodiscard]] CharacterClass classify(char32_t code_point);

/// What a zero-width joiner or non-joiner beside a character may be.
enum class Joins : std::uint8_t {
  nothing,
  letters,  ///< spelling: scripts whose letters join (Arabic, Syriac, Mongolian, ...) or stack by a virama (India's and kin)
  emoji,  ///< a joiner makes one picture of two
};

/// Source: UCD (Joining_Type, Indic_Syllabic_Category, Extended_Pictographic).
[[nodiscard]] Joins joins(char32_t code_point);

}  // namespace vestibule::text

/// What a code point is to the text rules: visible, white space, or one of the kinds that are dropped or refused.
/// Depends on: nothing.
#pragma once

#include <cstdint>

namespace vestibule::text {

enum class CharacterClass : std::uint8_t {
  visible,
  space,         ///< White_Space without line breaks, tab among them
  line_break,    ///< LF, CR, U+2028, U+2029
  control,       ///< C0, DEL and C1, without tab, LF and CR
  bidi_control,  ///< explicit embeddings, overrides and isolates (UAX 9); the Trojan Source set
  invisible,     ///< direction marks, zero-width space, word joiner, soft hyphen, BOM
  joiner,        ///< U+200C and U+200D: spelling in some scripts, invisible in others
  tag,           ///< U+E0000-E007F: text no person can see
  selector,      ///< U+E0100-E01EF: one may follow a Han character
  noncharacter,  ///< U+FDD0-FDEF and the last two of every plane
  doubtful,      ///< private use and U+FFFD: accepted with a warning
  mark,          ///< combining marks of the general blocks
  filler,        ///< letters and symbols without ink: U+3164, U+115F, U+1160, U+FFA0, U+2800
};

/// Source: UCD PropList (White_Space), UAX 9, UTS 39 (invisible and hidden), RFC 9839 (problematic code points).
[[nodiscard]] CharacterClass classify(char32_t code_point);

/// True where a zero-width joiner or non-joiner next to this character is spelling: the scripts from Hebrew onwards and emoji.
[[nodiscard]] constexpr bool takes_joiner(char32_t code_point) {
  return code_point >= 0x0590 && !(code_point >= 0x1E00 && code_point < 0x2000);
}

/// True for Han characters, the only ones an ideographic variation selector may follow.
[[nodiscard]] constexpr bool is_han(char32_t code_point) {
  return (code_point >= 0x3400 && code_point <= 0x9FFF) || (code_point >= 0xF900 && code_point <= 0xFAFF) ||
         (code_point >= 0x20000 && code_point <= 0x3FFFD);
}

}  // namespace vestibule::text

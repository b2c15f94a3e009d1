/// Which script a character is written in, and words that mix scripts so that letters of one pass for letters of another.
/// Depends on: nothing.
#pragma once

#include <cstdint>
#include <string_view>

namespace vestibule::text {

enum class Script : std::uint8_t {
  common,  ///< digits, punctuation, symbols, marks: of every script
  latin,
  greek,
  cyrillic,
  armenian,
  georgian,
  hebrew,
  arabic,
  thai,
  hangul,
  bopomofo,
  hiragana,
  katakana,
  han,
  other,
};

/// Source: UCD Scripts. A code point no version has assigned counts as its neighbour before it.
[[nodiscard]] Script script_of(char32_t code_point);

/// The first letter that passes for a Latin one in a word that also has Latin letters; `no_lookalike` when there is none.
/// A word ends at anything that belongs to every script, marks and apostrophes aside. Scripts that look like nothing else,
/// like Han and Latin side by side, are no finding, nor is a letter like Greek omega that no Latin one resembles.
///
/// Input   valid UTF-8.
/// Cost    linear, no allocation; ASCII is only looked at.
/// Source  UTS 39 section 5.1 (mixed-script detection), narrowed to the letters its confusables.txt gives as ASCII letters.
[[nodiscard]] char32_t mixed_script_lookalike(std::string_view input);

inline constexpr char32_t no_lookalike = 0xFFFFFFFF;

}  // namespace vestibule::text

/// Comparing names as people spell them: without accents, capitals, punctuation and spaces.
/// Depends on: text/utf8 (in the implementation).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vestibule::text {

/// Reads what matters of a name, one code point at a time: Latin letters without their accents and small, Cyrillic, Greek
/// and Armenian letters small, other letters and digits as they are. "&" reads as "and", "\u00df" as "ss", and the word
/// "st" as "saint". Spaces, punctuation and combining marks are passed over.
///
/// Input  valid UTF-8
/// Cost   linear, no allocation
class LooseReader {
 public:
  explicit constexpr LooseReader(std::string_view text) : text_{text} {}

  /// The next code point that matters; 0 at the end.
  [[nodiscard]] char32_t next();
  /// Whether the last one began a word.
  [[nodiscard]] bool began_word() const { return began_word_; }
  /// Where in the text reading goes on.
  [[nodiscard]] std::size_t offset() const { return at_; }

 private:
  std::string_view text_;
  std::string_view pending_;  // the rest of what one character or word stands for
  std::size_t at_ = 0;
  bool inside_word_ = false;
  bool began_word_ = false;
};

[[nodiscard]] bool loosely_equal(std::string_view a, std::string_view b);

/// The letter without its accent, in its case; 0 for what is no Latin letter of U+00C0-024F or U+1E00-1EFF.
[[nodiscard]] char base_letter(char32_t code_point);

/// `text` with every Latin letter bare ("Hai Duong") and en dashes as "-"; everything else as it is.
[[nodiscard]] std::string without_accents(std::string_view text);

}  // namespace vestibule::text

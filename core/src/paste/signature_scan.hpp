// Characters of a signature. Internal to paste.
#pragma once

#include <cstddef>
#include <string_view>

namespace vestibule::paste {

// White space of every script, but no line break.
[[nodiscard]] bool is_space(char32_t c);
// A sign that stands between items and says nothing by itself.
[[nodiscard]] bool is_bullet(char32_t c);
// What may stand between slices.
[[nodiscard]] bool is_separator(char32_t c);
// A letter that begins a name: a capital, or a letter of a script that has none.
[[nodiscard]] bool is_capital(char32_t c);
// Of a script with capitals, and no capital.
[[nodiscard]] bool is_small(char32_t c);
// Chinese characters, kana or Hangul.
[[nodiscard]] bool is_far_eastern(char32_t c);

[[nodiscard]] char32_t first_of(std::string_view text);  // 0 of an empty text

// Without spaces, bullets and signs between items at its ends.
[[nodiscard]] std::string_view trim_signs(std::string_view text);

// The next word between spaces at or behind `at`; "" at the end. `at` moves behind it.
[[nodiscard]] std::string_view next_word(std::string_view text, std::size_t& at);
[[nodiscard]] std::size_t count_words(std::string_view text);

// From the first byte of `first` to the last one of `last`, both views of one text.
[[nodiscard]] constexpr std::string_view span_between(std::string_view first, std::string_view last) {
  return {first.data(), static_cast<std::size_t>(last.data() - first.data()) + last.size()};
}

}  // namespace vestibule::paste

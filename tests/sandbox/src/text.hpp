/// Small questions about ASCII text of HTTP.
/// Depends on: nothing.
#pragma once

#include <algorithm>
#include <string_view>

namespace vestibule::sandbox {

[[nodiscard]] constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

[[nodiscard]] constexpr bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return to_lower(x) == to_lower(y); });
}

/// Without spaces and tabs at the ends.
[[nodiscard]] constexpr std::string_view trim_space(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// RFC 9110 section 5.6.2: 1*( "!" / "#" / ... / DIGIT / ALPHA )
[[nodiscard]] constexpr bool is_token(std::string_view text) {
  constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::ranges::all_of(text, [&](char c) {
    return (c >= '0' && c <= '9') || (to_lower(c) >= 'a' && to_lower(c) <= 'z') || marks.find(c) != marks.npos;
  });
}

}  // namespace vestibule::sandbox

// The words of a line. Internal to address.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace vestibule::address {

inline constexpr std::size_t most_tokens = 32;

// Words between spaces and commas, as views of the line; of a longer line the last word is the rest of it.
struct Tokens {
  std::array<std::string_view, most_tokens> word;
  std::size_t size = 0;
};

constexpr bool parts_words(char c) { return c == ' ' || c == ',' || c == ';' || c == '\t'; }

[[nodiscard]] constexpr Tokens tokens_of(std::string_view line) {
  Tokens tokens;
  std::size_t at = 0;
  for (;;) {
    while (at < line.size() && parts_words(line[at])) ++at;
    if (at == line.size()) return tokens;
    std::size_t end = at;
    if (tokens.size + 1 == most_tokens) {
      end = line.size();
    } else {
      while (end < line.size() && !parts_words(line[end])) ++end;
    }
    tokens.word[tokens.size++] = line.substr(at, end - at);
    at = end;
    if (tokens.size == most_tokens) return tokens;
  }
}

// From the first letter of word `from` to the last one of word `to`.
[[nodiscard]] constexpr std::string_view span_of(std::string_view line, const Tokens& tokens, std::size_t from,
                                                 std::size_t to) {
  const auto begin = static_cast<std::size_t>(tokens.word[from].data() - line.data());
  const auto last = static_cast<std::size_t>(tokens.word[to].data() - line.data());
  return line.substr(begin, last + tokens.word[to].size() - begin);
}

// Without spaces and signs between parts at its ends.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) {
  constexpr std::string_view signs = " ,;\t-/|";
  while (!text.empty() && signs.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  while (!text.empty() && signs.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return text;
}

}  // namespace vestibule::address

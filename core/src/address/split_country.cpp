#include "split_country.hpp"

#include <array>

#include "tokens.hpp"
#include "vestibule/checks/postal_code.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::address {
namespace {

struct ScriptRun {
  char32_t first, last;
  std::string_view country;
};

// Scripts that one country writes its addresses in. Han, Cyrillic and Arabic are written by several.
constexpr auto scripts = std::to_array<ScriptRun>({{0x0530, 0x058F, "AM"},
                                                   {0x0590, 0x05FF, "IL"},
                                                   {0x0E00, 0x0E7F, "TH"},
                                                   {0x0E80, 0x0EFF, "LA"},
                                                   {0x10A0, 0x10FF, "GE"},
                                                   {0x3040, 0x30FF, "JP"},
                                                   {0x3012, 0x3012, "JP"},
                                                   {0xAC00, 0xD7AF, "KR"},
                                                   {0x0370, 0x03FF, "GR"}});

std::string by_script(std::string_view block) {
  for (std::size_t at = 0; at < block.size();) {
    const text::Decoded current = text::decode(block, at);
    at += current.size;
    for (const ScriptRun& run : scripts) {
      if (current.code_point >= run.first && current.code_point <= run.last) return std::string{run.country};
    }
    // Letters that Ukrainian has and its neighbours do not.
    if (current.code_point == 0x0457 || current.code_point == 0x0454 || current.code_point == 0x0407) return "UA";
  }
  return {};
}

// A country whose areas are named in the block without a space around them: Chinese characters.
std::string by_written_area(const atlas::AddressFormats& formats, std::string_view block) {
  std::string found;
  for (const std::string_view code : {"CN", "JP", "TW", "HK"}) {
    const auto format = formats.find(code);
    if (!format) continue;
    for (std::size_t i = 0; i < format->areas.size(); ++i) {
      const std::string name = format->areas.name(i);
      if (name.empty() || block.find(name) == std::string_view::npos) continue;
      if (!found.empty() && found != code) return {};
      found = code;
    }
  }
  return found;
}

bool fits(const atlas::AddressFormats& formats, std::string_view country, std::string_view text) {
  const auto format = formats.find(country);
  return format && checks::read_postal_code(*format, country, text).verdict == checks::PostalVerdict::fits;
}

// "D-10115", "CH-8001", "LT-01100", "L-1234".
std::string by_prefix(const atlas::AddressFormats& formats, std::string_view word) {
  std::size_t letters = 0;
  while (letters < word.size() && text::is_upper(word[letters])) ++letters;
  if (letters == 0 || letters > 3 || word.size() < letters + 4 || word[letters] != '-') return {};
  for (std::size_t i = letters + 1; i < word.size(); ++i) {
    if (!text::is_digit(word[i])) return {};
  }
  const std::string_view prefix = word.substr(0, letters);
  if (letters == 2 && fits(formats, prefix, word)) return std::string{prefix};
  constexpr auto by_letters = std::to_array<std::array<std::string_view, 2>>({{"A", "AT"},
                                                                              {"B", "BE"},
                                                                              {"D", "DE"},
                                                                              {"E", "ES"},
                                                                              {"F", "FR"},
                                                                              {"H", "HU"},
                                                                              {"I", "IT"},
                                                                              {"L", "LU"},
                                                                              {"N", "NO"},
                                                                              {"P", "PT"},
                                                                              {"S", "SE"},
                                                                              {"FL", "LI"},
                                                                              {"FIN", "FI"},
                                                                              {"SLO", "SI"}});
  for (const auto& [car, country] : by_letters) {
    if (car == prefix && fits(formats, country, word)) return std::string{country};
  }
  return {};
}

bool is_shape(std::string_view word, std::string_view shape) {
  if (word.size() != shape.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool same = shape[i] == '#'   ? text::is_digit(word[i])
                      : shape[i] == '@' ? text::is_upper(word[i])
                                        : word[i] == shape[i];
    if (!same) return false;
  }
  return true;
}

std::string_view bare_of_brackets(std::string_view word) {
  if (word.size() > 2 && word.front() == '(' && word.back() == ')') return word.substr(1, word.size() - 2);
  return word;
}

// A state of `country` beside a postal code of that state.
bool state_and_code(const atlas::AddressFormats& formats, std::string_view country, std::string_view state,
                    std::string_view code) {
  const auto format = formats.find(country);
  if (!format || !fits(formats, country, code)) return false;
  for (const char c : state) {
    if (!text::is_upper(c)) return false;
  }
  const auto area = format->areas.find(state, country);
  return area && format->areas.may_have(area->index, checks::bare_postal_code(code));
}

std::string by_code(const atlas::AddressFormats& formats, std::string_view line) {
  const Tokens tokens = tokens_of(line);
  for (std::size_t i = 0; i < tokens.size; ++i) {
    const std::string_view word = tokens.word[i];
    if (std::string prefixed = by_prefix(formats, word); !prefixed.empty()) return prefixed;
    if (is_shape(word, "#####-###")) return "BR";
    if (is_shape(word, "##-###")) return "PL";
    if (is_shape(word, "####-###")) return "PT";
    const std::string_view next = i + 1 < tokens.size ? tokens.word[i + 1] : std::string_view{};
    const bool letters_and_digits = !word.empty() && text::is_upper(word.front()) && word.size() <= 4;
    if (letters_and_digits && next.size() == 3 && text::is_digit(next[0])) {
      const std::string both = std::string{word}.append(" ").append(next);
      if (fits(formats, "GB", both)) return "GB";
      if (fits(formats, "CA", both)) return "CA";
    }
    if (is_shape(word, "####") && is_shape(next, "@@") && i + 2 < tokens.size) return "NL";
    if (next.size() == 4 && is_shape(word, "@##") && fits(formats, "IE", std::string{word}.append(next))) return "IE";
    if (state_and_code(formats, "US", word, next)) return "US";
    if (word.size() >= 2 && state_and_code(formats, "AU", word, next)) return "AU";
    if (is_shape(word, "#####") && i + 1 < tokens.size) {
      const std::string_view last = tokens.word[tokens.size - 1];
      if (last.front() == '(' && state_and_code(formats, "IT", bare_of_brackets(last), word)) return "IT";
    }
  }
  return {};
}

}  // namespace

std::string infer_country(const atlas::AddressFormats& formats, std::string_view block) {
  if (std::string country = by_script(block); !country.empty()) return country;
  std::string found;
  for (std::string_view rest = block; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string country = by_code(formats, rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (country.empty()) continue;
    if (!found.empty() && found != country) return {};
    found = country;
  }
  return found.empty() ? by_written_area(formats, block) : found;
}

}  // namespace vestibule::address

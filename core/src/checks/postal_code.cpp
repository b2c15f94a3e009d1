#include "vestibule/checks/postal_code.hpp"

#include <array>
#include <optional>

#include "vestibule/atlas/pattern.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/digits.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::checks {
namespace {

constexpr std::size_t longest = 24;

constexpr bool is_separator(char32_t c) {
  return c == U' ' || c == U'-' || c == U'.' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFF0D ||
         c == 0x3000 || c == 0x3012;
}

// What mail between European countries once had in front of the code: the letters of their cars (CEPT, until 2004).
struct CarLetters {
  std::string_view country, letters;
};
constexpr auto car_letters = std::to_array<CarLetters>({{"AT", "A"},
                                                        {"BE", "B"},
                                                        {"DE", "D"},
                                                        {"ES", "E"},
                                                        {"FI", "FIN"},
                                                        {"FR", "F"},
                                                        {"HU", "H"},
                                                        {"IT", "I"},
                                                        {"NO", "N"},
                                                        {"PT", "P"},
                                                        {"SE", "S"},
                                                        {"SI", "SLO"}});

// The letters and digits a text of the atlas has: "L-" is "L".
std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (text::is_alnum(c)) letters.push_back(c);
  }
  return letters;
}

// The code behind `letters`, which must be followed by a digit.
std::optional<std::string_view> behind(std::string_view bare, std::string_view letters) {
  if (letters.empty() || bare.size() <= letters.size() || !bare.starts_with(letters)) return std::nullopt;
  if (!text::is_digit(bare[letters.size()])) return std::nullopt;
  return bare.substr(letters.size());
}

std::optional<std::string> without_country(const atlas::AddressFormat& format, std::string_view country,
                                           std::string_view bare) {
  const auto spell = [&](std::string_view letters) -> std::optional<std::string> {
    const auto code = behind(bare, letters);
    return code ? atlas::spell_by_pattern(format.postal_pattern, *code) : std::nullopt;
  };
  if (auto spelled = spell(letters_of(format.postal_prefix))) return spelled;
  if (auto spelled = spell(country)) return spelled;
  for (const CarLetters& car : car_letters) {
    if (car.country == country) return spell(car.letters);
  }
  return std::nullopt;
}

// The code with the letters that its pattern begins with: "LV" of "LV-####", "KY" of "KY#-####".
std::optional<std::string> with_letters(std::string_view pattern, std::string_view bare) {
  std::size_t size = 0;
  while (size < pattern.size() && text::is_upper(pattern[size])) ++size;
  const bool optional = size < pattern.size() && (pattern[size] == '?' || pattern[size] == '!');
  if (size < 2 || optional || !text::is_digit(bare.front())) return std::nullopt;
  return atlas::spell_by_pattern(pattern, std::string{pattern.substr(0, size)}.append(bare));
}

}  // namespace

std::string bare_postal_code(std::string_view input) {
  std::string bare;
  for (std::size_t at = 0; at < input.size();) {
    const text::Decoded current = text::decode(input, at);
    at += current.size;
    char32_t c = current.code_point;
    if (is_separator(c)) continue;
    const int digit = c < 0x80 ? -1 : text::decimal_value(c);
    if (digit >= 0) c = U'0' + static_cast<char32_t>(digit);
    if (c >= 0x80 || !text::is_alnum(static_cast<char>(c)) || bare.size() == longest) return {};
    bare.push_back(text::to_upper(static_cast<char>(c)));
  }
  return bare;
}

PostalCode read_postal_code(const atlas::AddressFormat& format, std::string_view country, std::string_view input) {
  PostalCode code{PostalVerdict::unknown, std::string{input}};
  if (format.postal_pattern.empty()) return code;
  code.verdict = PostalVerdict::misfits;
  const std::string bare = bare_postal_code(input);
  if (bare.empty()) return code;
  auto spelled = atlas::spell_by_pattern(format.postal_pattern, bare);
  if (!spelled) spelled = without_country(format, country, bare);
  if (!spelled) spelled = with_letters(format.postal_pattern, bare);
  if (spelled) code = {PostalVerdict::fits, std::move(*spelled)};
  return code;
}

}  // namespace vestibule::checks

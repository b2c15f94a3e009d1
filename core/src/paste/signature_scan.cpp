#include "signature_scan.hpp"

#include <algorithm>
#include <array>

#include "vestibule/text/ascii.hpp"
#include "vestibule/text/classify.hpp"
#include "vestibule/text/loose.hpp"
#include "vestibule/text/scripts.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::paste {
namespace {

// Bullets, boxes, arrows and bars people put between items, full-width ones too.
constexpr auto bullets =
    std::to_array<char32_t>({0x00A6, 0x00B7, 0x00BB, 0x2022, 0x2023, 0x2027, 0x2043, 0x2219, 0x22C5, 0x2502, 0x25A0,
                             0x25AA, 0x25B8, 0x25BA, 0x25CB, 0x25CF, 0x25E6, 0x2605, 0x2666, 0x27A4, 0x30FB, 0xFF5C});

// Between slices besides: dashes, brackets, the ideographic comma and the sign for post.
constexpr auto other_signs = std::to_array<char32_t>(
    {0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x3001, 0x3012, 0xFF08, 0xFF09, 0xFF0C, 0xFF1A, 0xFEFF});

bool is_trimmed(char32_t c) {
  return is_space(c) || is_bullet(c) || c == ',' || c == ';' || c == '/' || c == '-' || c == 0x2013 || c == 0x2014 ||
         c == 0xFF0C || c == 0x3001;
}

}  // namespace

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || c == '\t';
  const text::CharacterClass kind = text::classify(c);
  return kind == text::CharacterClass::space || kind == text::CharacterClass::invisible;
}

bool is_bullet(char32_t c) { return c == '|' || std::find(bullets.begin(), bullets.end(), c) != bullets.end(); }

bool is_separator(char32_t c) {
  if (c < 0x80)
    return c <= ' ' || std::string_view{"|,;:-_=*<>()[]/.~"}.find(static_cast<char>(c)) != std::string_view::npos;
  return is_space(c) || is_bullet(c) || text::classify(c) == text::CharacterClass::line_break ||
         std::find(other_signs.begin(), other_signs.end(), c) != other_signs.end();
}

bool is_small(char32_t c) {
  if (c < 0x80) return text::is_lower(static_cast<char>(c));
  if (const char base = text::base_letter(c); base != 0) return text::is_lower(base);
  return c == 0xDF || (c >= 0x03AC && c <= 0x03CE) || (c >= 0x0430 && c <= 0x045F) || (c >= 0x0561 && c <= 0x0587);
}

bool is_capital(char32_t c) {
  if (c < 0x80) return text::is_upper(static_cast<char>(c));
  if (text::script_of(c) == text::Script::common) return false;
  return !is_small(c);
}

bool is_far_eastern(char32_t c) {
  return (c >= 0x3040 && c < 0xA000 && c != 0x30FB) || (c >= 0xAC00 && c < 0xD7B0) || c == 0x3005;
}

char32_t first_of(std::string_view text) { return text.empty() ? 0 : text::decode(text, 0).code_point; }

std::string_view trim_signs(std::string_view text) {
  while (!text.empty()) {
    const text::Decoded first = text::decode(text, 0);
    if (!is_trimmed(first.code_point)) break;
    text.remove_prefix(first.size);
  }
  while (!text.empty()) {
    std::size_t begin = text.size() - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80) --begin;
    if (!is_trimmed(text::decode(text, begin).code_point)) break;
    text = text.substr(0, begin);
  }
  return text;
}

std::string_view next_word(std::string_view text, std::size_t& at) {
  std::size_t begin = text.size();
  while (at < text.size()) {
    const text::Decoded current = text::decode(text, at);
    const bool space = is_space(current.code_point);
    if (space && begin < text.size()) return text.substr(begin, at - begin);
    if (!space && begin == text.size()) begin = at;
    at += current.size;
  }
  return text.substr(begin);
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t at = 0; !next_word(text, at).empty();) ++words;
  return words;
}

}  // namespace vestibule::paste

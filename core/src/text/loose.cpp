#include "vestibule/text/loose.hpp"

#include "vestibule/text/ascii.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::text {
namespace {

constexpr char32_t extended_begin = 0x00C0;
constexpr char32_t extended_end = 0x0250;
constexpr char32_t additional_begin = 0x1E00;
constexpr char32_t additional_end = 0x1F00;

// The first letter of the canonical decomposition of U+00C0-024F and then of U+1E00-1EFF, "." where there is none. Letters
// that do not decompose stand for the one people type instead: \u00f8 for o, \u0142 for l. Source: UnicodeData.txt.
constexpr std::string_view base_letters =
    "AAAAAAACEEEEIIIIDNOOOOO.OUUUUYTsaaaaaaaceeeeiiiidnooooo.ouuuuytyAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGg"
    "HhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs........"
    ".......E................Oo.............Uu............................AaIiOoUuUuUuUuUu.AaAa....GgKkOo"
    "Oo..j...Gg..NnAa....AaAaEeEeIiIiOoOoRrRrUuUuSsTt..Hh......AaEeOoOoOoOoYy............................"
    "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSs"
    "SsSsSsTtTtTtTtUuUuUuUuUuVvVvWwWwWwWwWwXxXxYyZzZzZzhtwy....S.AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEe"
    "IiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy......";
static_assert(base_letters.size() == (extended_end - extended_begin) + (additional_end - additional_begin));

constexpr bool is_mark(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x064B && c <= 0x065F) || c == 0x0670 || c == 0x0640;
}

// Letters and digits of other scripts: everything that is not punctuation or a symbol of the general blocks.
constexpr bool matters(char32_t c) {
  if (c < 0x80) return is_alnum(static_cast<char>(c));
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  return c != 0xD7 && c != 0xF7 && !is_mark(c) && !(c >= 0x02B0 && c < 0x0370) && !(c >= 0x2000 && c < 0x2C00) &&
         !(c >= 0x2E00 && c < 0x2E80) && !(c >= 0x3000 && c < 0x3005) && !(c >= 0x3008 && c < 0x3021) && c != 0x30FB &&
         !(c >= 0xFE00 && c < 0xFE70) && c != 0x060C && c != 0x055A;
}

// Small letters of the scripts with case whose letters lie in two runs.
constexpr char32_t to_small(char32_t c) {
  if (c >= 0x0391 && c <= 0x03A9) return c + 32;
  if (c >= 0x0410 && c <= 0x042F) return c + 32;
  if (c >= 0x0400 && c <= 0x040F) return c + 80;
  if (c >= 0x0460 && c <= 0x052F && c % 2 == 0 && c != 0x0482) return c + 1;
  if (c >= 0x0531 && c <= 0x0556) return c + 48;
  switch (c) {
    // Greek letters with a tonos, small and capital, as their base.
    case 0x0386:
    case 0x03AC: return 0x03B1;
    case 0x0388:
    case 0x03AD: return 0x03B5;
    case 0x0389:
    case 0x03AE: return 0x03B7;
    case 0x038A:
    case 0x03AF: return 0x03B9;
    case 0x038C:
    case 0x03CC: return 0x03BF;
    case 0x038E:
    case 0x03CD: return 0x03C5;
    case 0x038F:
    case 0x03CE: return 0x03C9;
    case 0x03C2: return 0x03C3;
    case 0x0622:  // Arabic alef with its signs
    case 0x0623:
    case 0x0625: return 0x0627;
    case 0x0649: return 0x064A;
    case 0x81FA: return 0x53F0;  // Taiwan and its cities are written with either
    default: break;
  }
  if (c >= 0xFF10 && c <= 0xFF19) return c - 0xFEE0;
  if (c >= 0xFF21 && c <= 0xFF3A) return c - 0xFEC0;
  if (c >= 0xFF41 && c <= 0xFF5A) return c - 0xFEE0;
  return c;
}

}  // namespace

char base_letter(char32_t c) {
  std::size_t at = base_letters.size();
  if (c >= extended_begin && c < extended_end) at = c - extended_begin;
  if (c >= additional_begin && c < additional_end) at = c - additional_begin + (extended_end - extended_begin);
  if (at >= base_letters.size() || base_letters[at] == '.') return 0;
  return base_letters[at];
}

char32_t LooseReader::next() {
  began_word_ = false;
  if (!pending_.empty()) {
    const char c = pending_.front();
    pending_.remove_prefix(1);
    return static_cast<char32_t>(c);
  }
  while (at_ < text_.size()) {
    const Decoded current = decode(text_, at_);
    const std::size_t begin = at_;
    at_ += current.size;
    const char32_t c = current.code_point;
    if (c == U'&') {
      pending_ = "nd";
      began_word_ = true;
      inside_word_ = false;
      return U'a';
    }
    if (!matters(c)) {
      // An apostrophe or a mark is part of the word it stands in.
      if (c != U'\'' && c != 0x2019 && !is_mark(c)) inside_word_ = false;
      continue;
    }
    began_word_ = !inside_word_;
    inside_word_ = true;
    if (c < 0x80) {
      const char small = to_lower(static_cast<char>(c));
      if (small == 's' && began_word_ && begin + 1 < text_.size() && to_lower(text_[begin + 1]) == 't' &&
          (begin + 2 == text_.size() || text_[begin + 2] == ' ' || text_[begin + 2] == '.')) {
        at_ = begin + 2;
        pending_ = "aint";
      }
      return static_cast<char32_t>(small);
    }
    if (c == 0xDF || c == 0x1E9E) pending_ = "s";
    if (c == 0xC6 || c == 0xE6 || c == 0x152 || c == 0x153) pending_ = "e";
    if (c == 0xDE || c == 0xFE) pending_ = "h";
    const char letter = base_letter(c);
    return letter != 0 ? static_cast<char32_t>(to_lower(letter)) : to_small(c);
  }
  return 0;
}

bool loosely_equal(std::string_view a, std::string_view b) {
  LooseReader left{a};
  LooseReader right{b};
  for (;;) {
    const char32_t c = left.next();
    if (c != right.next()) return false;
    if (c == 0) return true;
  }
}

std::string without_accents(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Decoded current = decode(text, at);
    const char letter = base_letter(current.code_point);
    if (letter != 0) {
      plain.push_back(letter);
    } else if (current.code_point == 0x2013) {
      plain.push_back('-');
    } else if (!is_mark(current.code_point)) {
      plain.append(text.substr(at, current.size));
    }
    at += current.size;
  }
  return plain;
}

}  // namespace vestibule::text

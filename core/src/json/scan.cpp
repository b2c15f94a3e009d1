#include "vestibule/json/scan.hpp"

#include <algorithm>
#include <string>

#include "vestibule/text/ascii.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::json {
namespace {

constexpr bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

Problem at_offset(Code code, std::size_t offset) { return {code, "", {std::to_string(offset)}}; }

// The code unit of the escape \uXXXX that begins at `at`; -1 where there is none.
int unicode_escape(std::string_view text, std::size_t at) {
  if (text.size() - at < 6 || text[at] != '\\' || text[at + 1] != 'u') return -1;
  int unit = 0;
  for (std::size_t i = 2; i < 6; ++i) {
    const int digit = text::hex_value(text[at + i]);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

constexpr bool is_high(int unit) { return unit >= 0xD800 && unit < 0xDC00; }
constexpr bool is_low(int unit) { return unit >= 0xDC00 && unit < 0xE000; }

// Offset of the first escape that is half a pair, inside any string.
std::optional<std::size_t> lone_surrogate(std::string_view text) {
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"') in_string = !in_string;
    if (c != '\\' || !in_string) continue;
    const int unit = unicode_escape(text, at);
    if (is_low(unit)) return at;
    if (is_high(unit)) {
      if (!is_low(unicode_escape(text, at + 6))) return at;
      at += 11;
    } else {
      ++at;  // the escaped character, which may be a quotation mark
    }
  }
  return std::nullopt;
}

// UTF-16 or UTF-32, of which a text that begins with two ASCII characters has every other byte 0 (RFC 4627 section 3). One
// NUL by itself is a character that the grammar refuses.
bool is_wide(std::string_view text) {
  const auto nul = [&](std::size_t at) { return text[at] == '\0'; };
  return text.size() >= 4 && ((nul(0) && nul(2)) || (nul(1) && nul(3)));
}

}  // namespace

std::optional<Problem> scan(std::string_view text, std::size_t max_bytes) {
  if (text.size() > max_bytes) return Problem{Code::limit_input, "", {std::to_string(max_bytes)}};
  std::size_t content = 0;
  while (content < text.size() && is_white(text[content])) ++content;
  if (content == text.size()) return Problem{Code::json_empty, "", {}};
  if (text.starts_with("\xEF\xBB\xBF")) return Problem{Code::json_bom, "", {}};
  std::size_t invalid = text::first_invalid_utf8(text);
  if (is_wide(text)) invalid = std::min(invalid, text.find('\0'));
  if (invalid < text.size()) return at_offset(Code::json_utf8, invalid);
  if (const auto offset = lone_surrogate(text)) return at_offset(Code::json_surrogate, *offset);
  return std::nullopt;
}

void find_numbers(std::string_view text, std::vector<std::string_view>& out, std::size_t most) {
  bool in_string = false;
  for (std::size_t at = 0; at < text.size() && out.size() < most; ++at) {
    const char c = text[at];
    if (c == '"') {
      in_string = !in_string;
    } else if (in_string) {
      if (c == '\\') ++at;
    } else if (text::is_alnum(c) || c == '-') {
      // A run of letters, digits, signs and points is one token: a number, or one of true, false, null.
      const std::size_t begin = at;
      const auto in_token = [](char t) { return text::is_alnum(t) || t == '-' || t == '+' || t == '.'; };
      while (at + 1 < text.size() && in_token(text[at + 1])) ++at;
      if (!text::is_alpha(c)) out.push_back(text.substr(begin, at + 1 - begin));
    }
  }
}

bool is_number(std::string_view literal) {
  std::size_t at = 0;
  const auto take = [&](std::string_view any_of) {
    const bool taken = at < literal.size() && any_of.find(literal[at]) != std::string_view::npos;
    if (taken) ++at;
    return taken;
  };
  const auto digits = [&] {
    const std::size_t begin = at;
    while (at < literal.size() && text::is_digit(literal[at])) ++at;
    return at > begin;
  };
  take("-");
  if (!take("0") && !digits()) return false;
  if (take(".") && !digits()) return false;
  if (take("eE")) {
    take("+-");
    if (!digits()) return false;
  }
  return at == literal.size();
}

}  // namespace vestibule::json

#include "vestibule/checks/phone.hpp"

#include <array>
#include <optional>

#include "vestibule/limits.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/digits.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::checks {
namespace {

constexpr bool is_dash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFF0D; }
constexpr bool is_separator(char32_t c) {
  return c == U' ' || c == U'.' || c == U'/' || c == U'(' || c == U')' || is_dash(c) || c == 0xFF08 || c == 0xFF09;
}
constexpr bool is_plus(char32_t c) { return c == U'+' || c == 0xFF0B; }

// The number with ASCII digits, plus signs and dashes, and every other character as it was.
std::string with_ascii_digits(std::string_view input) {
  std::string plain;
  plain.reserve(input.size());
  for (std::size_t at = 0; at < input.size();) {
    const text::Decoded current = text::decode(input, at);
    const int digit = text::decimal_value(current.code_point);
    if (digit >= 0) {
      plain.push_back(static_cast<char>('0' + digit));
    } else if (is_plus(current.code_point)) {
      plain.push_back('+');
    } else {
      plain.append(input.substr(at, current.size));
    }
    at += current.size;
  }
  return plain;
}

// Cuts the extension off the end of `number`. An empty answer: there is none; nullopt: there is one and it is damaged.
std::optional<std::string_view> cut_extension(std::string_view& number) {
  constexpr auto markers = std::to_array<std::string_view>({";ext=", "extension", "ext.", "ext", "x", "#"});
  std::size_t digits_begin = number.size();
  while (digits_begin > 0 && text::is_digit(number[digits_begin - 1])) --digits_begin;
  std::string_view head = number.substr(0, digits_begin);
  while (head.ends_with(' ') || head.ends_with(':')) head.remove_suffix(1);
  for (const std::string_view marker : markers) {
    if (head.size() < marker.size()) continue;
    if (!text::equals_ignoring_case(head.substr(head.size() - marker.size()), marker)) continue;
    const std::string_view digits = number.substr(digits_begin);
    if (digits.empty() || digits.size() > limits::phone_extension_max_digits) return std::nullopt;
    number = head.substr(0, head.size() - marker.size());
    while (number.ends_with(' ') || number.ends_with(',') || number.ends_with(';')) number.remove_suffix(1);
    return digits;
  }
  return std::string_view{};
}

}  // namespace

Result<Phone, Code> parse_phone(std::string_view input) {
  if (input.size() >= 4 && text::equals_ignoring_case(input.substr(0, 4), "tel:")) input.remove_prefix(4);
  while (input.starts_with(' ')) input.remove_prefix(1);
  const std::string plain = with_ascii_digits(input);
  std::string_view number = plain;
  const auto extension = cut_extension(number);
  if (!extension) return Code::phone_syntax;

  Phone phone;
  phone.international = number.starts_with('+');
  std::string digits;
  int open_brackets = 0;
  for (std::size_t at = phone.international ? 1 : 0; at < number.size();) {
    if (phone.international && !digits.empty() && number.substr(at).starts_with("(0)")) {
      at += 3;
      continue;
    }
    const text::Decoded current = text::decode(number, at);
    at += current.size;
    if (current.code_point == U'(') ++open_brackets;
    if (current.code_point == U')' && --open_brackets < 0) return Code::phone_syntax;
    if (current.code_point < 0x80 && text::is_digit(static_cast<char>(current.code_point))) {
      digits.push_back(static_cast<char>(current.code_point));
    } else if (!is_separator(current.code_point)) {
      return Code::phone_syntax;
    }
  }
  if (open_brackets != 0 || digits.empty()) return Code::phone_syntax;
  if (phone.international && digits.front() == '0') return Code::phone_syntax;  // no country code begins with 0
  if (digits.size() < limits::phone_min_digits || digits.size() > limits::phone_max_digits) return Code::phone_length;

  phone.text = phone.international ? "+" + digits : std::string{number};
  if (!extension->empty()) phone.text.append(" x").append(*extension);
  return phone;
}

}  // namespace vestibule::checks

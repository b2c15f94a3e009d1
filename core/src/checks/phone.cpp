#include "vestibule/checks/phone.hpp"

#include "phone_text.hpp"
#include "vestibule/text/digits.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::checks {
namespace {

// 1 for a bracket that opens, -1 for one that closes, square or round, the round ones in both widths.
int depth_of(char32_t c) {
  if (c == '(' || c == '[' || c == 0xFF08) return 1;
  return c == ')' || c == ']' || c == 0xFF09 ? -1 : 0;
}

// What a normal form has for a character between digits; `written` where that may stay. A tilde ("8~10") must not, as
// before the last digits it would be read as an extension's.
std::string_view plain_separator(char32_t c, std::string_view written) {
  switch (phone_character(c)) {
    case '[': return "(";
    case ']': return ")";
    case '~': return "-";
    default: return written;
  }
}

// A national number as it was written, with ASCII digits and plain separators, from its first digit or bracket ("tel:" has
// neither) to its last digit, without an extension. `input` has as many digits at least, and its brackets come in pairs.
std::string with_ascii_digits(std::string_view input, std::size_t digits) {
  std::string plain;
  plain.reserve(input.size());
  int open = 0;
  for (std::size_t at = 0; digits > 0;) {
    const text::Decoded current = text::decode(input, at);
    const int digit = text::decimal_value(current.code_point);
    if (digit >= 0) {
      plain.push_back(static_cast<char>('0' + digit));
      --digits;
    } else if (!plain.empty() || depth_of(current.code_point) != 0) {
      plain.append(plain_separator(current.code_point, input.substr(at, current.size)));
      open += depth_of(current.code_point);
    }
    at += current.size;
  }
  // What closes them stood behind the last digit.
  plain.append(static_cast<std::size_t>(open), ')');
  return plain;
}

}  // namespace

Result<Phone, Code> parse_phone(std::string_view input) {
  const auto read = scan_phone(input);
  if (!read) return read.error();
  const PhoneText& number = read.value();
  const std::string_view digits = number.dialled.view();
  if (digits.size() < limits::phone_min_digits || digits.size() > limits::phone_max_digits) return Code::phone_length;
  Phone phone;
  phone.international = number.international;
  if (phone.international) {
    phone.text.append("+").append(digits);
  } else {
    phone.text = with_ascii_digits(input, digits.size());
  }
  if (number.extension.size != 0) phone.text.append(" x").append(number.extension.view());
  return phone;
}

}  // namespace vestibule::checks

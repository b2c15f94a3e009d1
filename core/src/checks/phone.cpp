#include "vestibule/checks/phone.hpp"

#include "phone_text.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/digits.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::checks {
namespace {

// A national number as it was written, with ASCII digits and without its extension.
std::string with_ascii_digits(std::string_view input, std::size_t digits) {
  std::string plain;
  plain.reserve(input.size());
  for (std::size_t at = 0; at < input.size() && digits > 0;) {
    const text::Decoded current = text::decode(input, at);
    const int digit = text::decimal_value(current.code_point);
    if (digit >= 0) {
      plain.push_back(static_cast<char>('0' + digit));
      --digits;
    } else {
      plain.append(input.substr(at, current.size));
    }
    at += current.size;
    const bool closes = digits == 0 && (input.substr(at).starts_with(')') || input.substr(at).starts_with("\uff09"));
    if (closes) plain.push_back(')');
  }
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
    if (input.size() >= 4 && text::equals_ignoring_case(input.substr(0, 4), "tel:")) input.remove_prefix(4);
    while (input.starts_with(' ')) input.remove_prefix(1);
    phone.text = with_ascii_digits(input, digits.size());
  }
  if (number.extension.size != 0) phone.text.append(" x").append(number.extension.view());
  return phone;
}

}  // namespace vestibule::checks

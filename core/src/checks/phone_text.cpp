#include "phone_text.hpp"

#include <algorithm>
#include <optional>

#include "vestibule/text/ascii.hpp"
#include "vestibule/text/digits.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::checks {
namespace {

// Longer than any number a person writes; what is behind it can only be wrong.
constexpr std::size_t max_characters = 96;
// Without its extension: it still fits when the normal form writes " x" before that.
constexpr std::size_t max_number_characters = 80;

constexpr bool is_dash(char32_t c) { return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x30FC; }
constexpr bool is_space(char32_t c) { return c == 0x00A0 || c == 0x00AD || c == 0x2060 || c == 0x200B || c == 0x3000; }

struct Plain {
  std::array<char, max_characters> characters{};
  std::size_t size = 0;
  [[nodiscard]] std::string_view view() const { return {characters.data(), size}; }
};

// What stands between digits.
constexpr text::AsciiSet separators{" .-/"};

// The problem, where there is one.
std::optional<Code> to_plain(std::string_view input, Plain& plain) {
  std::size_t digits = 0;
  bool only_numbers = true;
  for (std::size_t at = 0; at < input.size();) {
    char c = text::to_lower(input[at]);
    if (text::is_ascii(c)) {
      ++at;
      c = c == '[' ? '(' : c == ']' ? ')' : c;
    } else {
      const text::Decoded current = text::decode(input, at);
      at += current.size;
      c = phone_character(current.code_point);
    }
    if (c == 0) return Code::phone_syntax;
    if (text::is_digit(c))
      ++digits;
    else
      only_numbers = only_numbers && (separators.has(c) || c == '+');
    if (plain.size < max_characters) plain.characters[plain.size] = c;
    ++plain.size;
  }
  if (plain.size <= max_characters) return std::nullopt;
  return only_numbers && digits > limits::phone_dialled_max_digits ? Code::phone_length : Code::phone_syntax;
}

std::string_view without_end(std::string_view text, std::string_view characters) {
  const std::size_t last = text.find_last_not_of(characters);
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

// False: there are none, or too many.
bool take_extension(std::string_view digits, std::string_view before, std::string_view& number, PhoneText& phone) {
  if (digits.empty() || digits.size() > limits::phone_extension_max_digits) return false;
  for (const char digit : digits) phone.extension.push(digit);
  number = without_end(before, " ,;-");
  return true;
}

// Cuts the extension off the end of `number`. False: there is one, and it is damaged.
bool cut_extension(std::string_view& number, PhoneText& phone) {
  // The longer of two with the same end comes first.
  constexpr auto markers = std::to_array<std::string_view>({"extension", "extn.", "extn", "ext.", "ext", "int.", "int",
                                                            "dob.", "dob", "anexo", "x", "#", "~", ",,", ",", ";"});
  // "ext. 123#" as dialled by machines
  std::string_view rest = number.ends_with('#') ? number.substr(0, number.size() - 1) : number;
  std::size_t begin = rest.size();
  while (begin > 0 && text::is_digit(rest[begin - 1])) --begin;
  const std::string_view digits = rest.substr(begin);
  // "555-2671 12#"
  const bool is_parted = begin > 0 && (rest[begin - 1] == ' ' || rest[begin - 1] == '-');
  const bool ends_as_dialled = rest.size() < number.size() && is_parted && digits.size() < 7;
  const std::string_view head = without_end(rest.substr(0, begin), " :=");
  // What all of them end in: most numbers end in digits alone.
  constexpr text::AsciiSet ends{"n.tbox#~,;"};
  if (head.empty()) return true;
  if (ends_as_dialled && !digits.empty() && text::is_digit(head.back()))
    return take_extension(digits, head, number, phone);
  if (!ends.has(head.back())) return true;
  for (const std::string_view marker : markers) {
    if (!head.ends_with(marker)) continue;
    return take_extension(digits, head.substr(0, head.size() - marker.size()), number, phone);
  }
  return true;
}

// tel: URIs (RFC 3966): ;ext= is the extension, ;phone-context= what to dial before, or a domain that says nothing.
// Other parameters say nothing about the number.
bool cut_parameters(std::string_view& number, std::string_view& context, PhoneText& phone) {
  const std::size_t end = number.find(';');
  if (end == std::string_view::npos) return true;
  std::string_view rest = number.substr(end);
  number = number.substr(0, end);
  while (!rest.empty()) {
    rest.remove_prefix(1);
    const std::string_view parameter = rest.substr(0, rest.find(';'));
    rest.remove_prefix(parameter.size());
    if (parameter.starts_with("phone-context=+")) context = parameter.substr(15);
    if (!parameter.starts_with("ext=")) continue;
    for (const char c : parameter.substr(4)) {
      if (!text::is_digit(c) || !phone.extension.push(c)) return false;
    }
    if (phone.extension.size == 0) return false;
  }
  return true;
}

// Digits and separators only; brackets in pairs.
Result<bool, Code> push_digits(std::string_view number, PhoneText& phone) {
  int open = 0;
  for (std::size_t at = 0; at < number.size(); ++at) {
    const char c = number[at];
    if (text::is_digit(c)) {
      if (!phone.dialled.push(c)) return Code::phone_length;
    } else if (phone.international && phone.dialled.size > 0 && number.substr(at).starts_with("(0)")) {
      phone.bracketed_zero = phone.dialled.size;
      at += 2;
    } else if (c == '(' || c == ')') {
      open += c == '(' ? 1 : -1;
      if (open < 0) return Code::phone_syntax;
    } else if (!separators.has(c) && c != '~') {  // "8~10", before a foreign number
      return Code::phone_syntax;
    }
  }
  if (open != 0) return Code::phone_syntax;
  return true;
}

// As nearly everybody writes a number: digits and what stands between them, perhaps a plus sign before them. nullopt: it
// takes a closer look.
std::optional<PhoneText> scan_simple(std::string_view input) {
  PhoneText phone;
  phone.international = input.starts_with('+');
  if (phone.international) input.remove_prefix(1);
  if (input.size() > max_number_characters) return std::nullopt;
  for (const char c : input) {
    const bool taken = text::is_digit(c) ? phone.dialled.push(c) : separators.has(c);
    if (!taken) return std::nullopt;
  }
  if (phone.dialled.size == 0 || (phone.international && phone.dialled.digits[0] == '0')) return std::nullopt;
  return phone;
}

}  // namespace

char phone_character(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;  // full-width forms
  if (c < 0x80) return text::to_lower(static_cast<char>(c));
  if (const int digit = text::decimal_value(c); digit >= 0) return static_cast<char>('0' + digit);
  if (is_dash(c)) return '-';
  if (is_space(c)) return ' ';
  switch (c) {
    case 0x00D3:
    case 0x00F3: return 'o';  // extension with an accent
    case 0x0414:
    case 0x0434: return 'd';  // the Russian abbreviation
    case 0x041E:
    case 0x043E: return 'o';
    case 0x0411:
    case 0x0431: return 'b';
    case 0x223C:
    case 0x2053: return '~';
    default: return 0;
  }
}

Result<PhoneText, Code> scan_phone(std::string_view input) {
  if (const auto simple = scan_simple(input)) return *simple;
  Plain plain;
  if (const auto problem = to_plain(input, plain)) return *problem;
  std::string_view number = without_end(plain.view(), " ");
  number.remove_prefix(std::min(number.find_first_not_of(' '), number.size()));
  PhoneText phone;
  std::string_view context;
  if (number.starts_with("tel:")) {
    number.remove_prefix(4);
    number.remove_prefix(std::min(number.find_first_not_of(' '), number.size()));
    if (!cut_parameters(number, context, phone)) return Code::phone_syntax;
  } else if (const std::size_t at = number.find(";ext="); at != std::string_view::npos) {
    if (!cut_parameters(number, context, phone)) return Code::phone_syntax;
  }
  if (phone.extension.size == 0 && !cut_extension(number, phone)) return Code::phone_syntax;
  const bool is_too_long = number.size() > max_number_characters;

  // "(+49) 30 ..." and "+(49) 30 ..." are both written.
  if (number.starts_with("(+")) {
    const std::size_t close = number.find(')');
    if (close == std::string_view::npos) return Code::phone_syntax;
    phone.international = true;
    if (const auto pushed = push_digits(number.substr(2, close - 2), phone); !pushed) return pushed.error();
    number.remove_prefix(close + 1);
  } else if (number.starts_with('+')) {
    phone.international = true;
    number.remove_prefix(1);
  } else if (!context.empty()) {
    phone.international = true;
    if (const auto pushed = push_digits(context, phone); !pushed) return pushed.error();
  }
  if (const auto pushed = push_digits(number, phone); !pushed) return pushed.error();
  if (phone.dialled.size == 0 || is_too_long) return Code::phone_syntax;
  if (phone.international && phone.dialled.digits[0] == '0')
    return Code::phone_syntax;  // no calling code begins with 0
  return phone;
}

}  // namespace vestibule::checks

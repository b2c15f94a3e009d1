// A phone number as text, taken apart: what was dialled, and the extension. Internal to checks.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "vestibule/code.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/result.hpp"

namespace vestibule::checks {

// Digits in place: reading a number allocates nothing.
template <std::size_t most>
struct DigitText {
  std::array<char, most> digits{};
  std::uint8_t size = 0;

  bool push(char digit) {
    if (size == most) return false;
    digits[size++] = digit;
    return true;
  }
  bool append(std::string_view more) {
    if (more.size() > most - size) return false;
    std::copy(more.begin(), more.end(), digits.begin() + size);
    size = static_cast<std::uint8_t>(size + more.size());
    return true;
  }
  [[nodiscard]] std::string_view view() const { return {digits.data(), size}; }
};

struct PhoneText {
  DigitText<limits::phone_dialled_max_digits> dialled;  // ASCII, without "(0)"
  DigitText<limits::phone_extension_max_digits> extension;
  bool international = false;       // a plus sign stands before them, or before the context of a tel: URI
  std::uint8_t bracketed_zero = 0;  // where "(0)" stood: the number of digits before it; 0 = it did not
};

// The character of ASCII that stands for `c` in a phone number, letters in lower case; 0 for one that has no business there.
[[nodiscard]] char phone_character(char32_t c);

// The syntax of checks/phone.hpp. Errors: phone.syntax, and phone.length when there are more digits than anyone dials.
[[nodiscard]] Result<PhoneText, Code> scan_phone(std::string_view input);

}  // namespace vestibule::checks

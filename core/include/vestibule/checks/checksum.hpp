/// Check characters that many identifiers share: weighted sums, Luhn, ISO 7064.
/// Depends on: nothing.
///
/// Every function takes text of 0-9 and A-Z only, which the caller has made sure of, is linear in it and allocates nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vestibule::checks {

/// The value of a character in base 36: 0 to 9, A is 10, Z is 35.
[[nodiscard]] constexpr unsigned base36(char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'A' + 10); }

/// The sum of value times weight. Weights are characters of base 36 ("A" is 10), and belong to the last of them where
/// the text is shorter.
[[nodiscard]] constexpr unsigned weighted_sum(std::string_view text, std::string_view weights) {
  unsigned sum = 0;
  for (std::size_t i = 1; i <= text.size() && i <= weights.size(); ++i) {
    sum += base36(text[text.size() - i]) * base36(weights[weights.size() - i]);
  }
  return sum;
}

/// The number that decimal digits write, modulo `modulus`.
[[nodiscard]] constexpr unsigned remainder(std::string_view digits, unsigned modulus) {
  std::uint64_t value = 0;
  for (const char c : digits) value = (value * 10 + base36(c)) % modulus;
  return static_cast<unsigned>(value);
}

/// The Luhn sum modulo its base (ISO/IEC 7812-1 Annex B for 10; 36 is the same with letters): every second value is
/// doubled, from the right, the last one not, and the two digits of the product are added. 0 when the last character is
/// the right check character.
[[nodiscard]] unsigned luhn(std::string_view text, unsigned base = 10);

/// ISO 7064 MOD 11,10, the check digit last: 1 when it is right.
[[nodiscard]] unsigned iso7064_mod_11_10(std::string_view digits);

/// ISO 7064 MOD 97-10, letters as two digits (A is 10), the two check digits last: 1 when they are right.
[[nodiscard]] unsigned iso7064_mod_97_10(std::string_view text);

}  // namespace vestibule::checks

#include "vestibule/checks/checksum.hpp"

namespace vestibule::checks {

unsigned luhn(std::string_view text, unsigned base) {
  unsigned sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned value = base36(text[text.size() - 1 - i]);
    const unsigned product = i % 2 == 0 ? value : 2 * value;
    sum += product / base + product % base;
  }
  return sum % base;
}

unsigned iso7064_mod_11_10(std::string_view digits) {
  unsigned product = 10;
  for (const char c : digits.substr(0, digits.size() - 1)) {
    const unsigned sum = (base36(c) + product) % 10;
    product = (sum == 0 ? 10 : sum) * 2 % 11;
  }
  return (product + base36(digits.back())) % 10;
}

unsigned iso7064_mod_97_10(std::string_view text) {
  unsigned value = 0;
  for (const char c : text) value = (value * (c <= '9' ? 10 : 100) + base36(c)) % 97;
  return value;
}

}  // namespace vestibule::checks

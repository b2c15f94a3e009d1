#include "vestibule/text/decimal.hpp"

#include <array>

#include "vestibule/text/ascii.hpp"

namespace vestibule::text {

std::string decimal(std::uint64_t value) {
  std::array<char, 20> digits{};  // 2^64 - 1 has so many
  std::size_t begin = digits.size();
  do {
    digits[--begin] = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value != 0);
  return std::string{digits.data() + begin, digits.size() - begin};
}

std::string signed_decimal(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  return value < 0 ? "-" + decimal(0 - bits) : decimal(bits);
}

std::optional<std::uint64_t> read_decimal(std::string_view digits, std::uint64_t max) {
  if (digits.empty()) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : digits) {
    if (!is_digit(c)) return std::nullopt;
    const auto digit = static_cast<std::uint64_t>(c - '0');
    if (digit > max || value > (max - digit) / 10) return std::nullopt;
    value = value * 10 + digit;
  }
  return value;
}

}  // namespace vestibule::text

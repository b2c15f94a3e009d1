#include "vestibule/text/digits.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace vestibule::text {
namespace {

// The zeros of the runs of ten; source: UnicodeData.txt, category Nd.
constexpr auto zeros = std::to_array<std::uint16_t>(
    {0x0030, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66,
     0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50,
     0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10});
static_assert(std::is_sorted(zeros.begin(), zeros.end()), "zeros: ascending (binary search)");

constexpr char32_t mathematical_begin = 0x1D7CE;
constexpr char32_t mathematical_end = 0x1D800;

}  // namespace

int decimal_value(char32_t code_point) {
  if (code_point >= mathematical_begin && code_point < mathematical_end) {
    return static_cast<int>((code_point - mathematical_begin) % 10);
  }
  const auto after = std::upper_bound(zeros.begin(), zeros.end(), code_point);
  if (after == zeros.begin()) return -1;
  const char32_t value = code_point - *(after - 1);
  return value < 10 ? static_cast<int>(value) : -1;
}

}  // namespace vestibule::text

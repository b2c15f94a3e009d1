#include "vestibule/catalogue/country.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>

#include "vestibule/text/ascii.hpp"

namespace vestibule::catalogue {
namespace {

constexpr std::string_view codes[] = {
#define VESTIBULE_COUNTRY(code) code,
#include "vestibule/generated/countries.inc"
#undef VESTIBULE_COUNTRY
};

constexpr bool strictly_sorted() {
  for (std::size_t i = 1; i < std::size(codes); ++i) {
    if (!(codes[i - 1] < codes[i])) return false;
  }
  return std::all_of(std::begin(codes), std::end(codes), [](std::string_view code) { return code.size() == 2; });
}
static_assert(strictly_sorted(), "countries: two letters each, ascending, no duplicates (first_with relies on it)");
static_assert(std::size(codes) < 256, "countries: first_with counts them in a byte");

// Where the codes begin that have the letter 'A' + i, and one place more for their end.
constexpr auto first_with = [] {
  std::array<std::uint8_t, 27> first{};
  for (const std::string_view code : codes) {
    for (std::size_t i = static_cast<std::size_t>(code[0] - 'A') + 1; i < first.size(); ++i) ++first[i];
  }
  return first;
}();

}  // namespace

std::string_view find_country(std::string_view text) {
  if (text.size() != 2) return {};
  char first = text::to_upper(text[0]);
  char second = text::to_upper(text[1]);
  if (first == 'U' && second == 'K') {
    first = 'G';
    second = 'B';
  }
  if (!text::is_upper(first)) return {};
  const auto letter = static_cast<std::size_t>(first - 'A');
  for (std::size_t i = first_with[letter]; i < first_with[letter + 1]; ++i) {
    if (codes[i][1] == second) return codes[i];
  }
  return {};
}

}  // namespace vestibule::catalogue

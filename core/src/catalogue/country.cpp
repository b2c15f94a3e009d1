#include "vestibule/catalogue/country.hpp"

#include <algorithm>
#include <array>
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
static_assert(strictly_sorted(), "countries: two letters each, ascending, no duplicates (binary search)");

}  // namespace

std::string_view find_country(std::string_view text) {
  if (text.size() != 2) return {};
  const std::array<char, 2> capitals{text::to_upper(text[0]), text::to_upper(text[1])};
  std::string_view wanted{capitals.data(), capitals.size()};
  if (wanted == "UK") wanted = "GB";
  const auto before = [](std::string_view a, std::string_view b) { return a[0] != b[0] ? a[0] < b[0] : a[1] < b[1]; };
  const auto* found = std::lower_bound(std::begin(codes), std::end(codes), wanted, before);
  return found != std::end(codes) && !before(wanted, *found) ? *found : std::string_view{};
}

}  // namespace vestibule::catalogue

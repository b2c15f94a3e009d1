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
  return true;
}
static_assert(strictly_sorted(), "countries: ascending, no duplicates (binary search)");

}  // namespace

std::string_view find_country(std::string_view text) {
  if (text.size() != 2) return {};
  const std::array<char, 2> capitals{text::to_upper(text[0]), text::to_upper(text[1])};
  std::string_view wanted{capitals.data(), capitals.size()};
  if (wanted == "UK") wanted = "GB";
  const auto* found = std::lower_bound(std::begin(codes), std::end(codes), wanted);
  return found != std::end(codes) && *found == wanted ? *found : std::string_view{};
}

}  // namespace vestibule::catalogue

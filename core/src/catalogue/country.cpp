#include "vestibule/catalogue/country.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

#include "vestibule/text/ascii.hpp"

namespace vestibule::catalogue {
namespace {

// All codes in one text: a view of each would take four times the room.
constexpr std::string_view codes =
#define VESTIBULE_COUNTRY(alpha2, alpha3) alpha2
#include "vestibule/generated/countries.inc"
#undef VESTIBULE_COUNTRY
    ;
constexpr std::string_view alpha3_codes =
#define VESTIBULE_COUNTRY(alpha2, alpha3) alpha3
#include "vestibule/generated/countries.inc"
#undef VESTIBULE_COUNTRY
    ;
constexpr std::size_t code_count = codes.size() / 2;
static_assert(alpha3_codes.size() == 3 * code_count);

constexpr std::string_view code_at(std::size_t i) { return codes.substr(2 * i, 2); }

constexpr bool strictly_sorted() {
  for (std::size_t i = 1; i < code_count; ++i) {
    if (!(code_at(i - 1) < code_at(i))) return false;
  }
  return codes.size() % 2 == 0;
}
static_assert(strictly_sorted(), "countries: two letters each, ascending, no duplicates (first_with relies on it)");
static_assert(code_count < 256, "countries: first_with counts them in a byte");

// Where the codes begin that have the letter 'A' + i, and one place more for their end.
constexpr auto first_with = [] {
  std::array<std::uint8_t, 27> first{};
  for (std::size_t code = 0; code < code_count; ++code) {
    for (std::size_t i = static_cast<std::size_t>(code_at(code)[0] - 'A') + 1; i < first.size(); ++i) ++first[i];
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
    if (code_at(i)[1] == second) return code_at(i);
  }
  return {};
}

std::string_view find_country_code(std::string_view text) {
  if (text.size() != 3) return find_country(text);
  for (std::size_t i = 0; i < code_count; ++i) {
    if (text::equals_ignoring_case(alpha3_codes.substr(3 * i, 3), text)) return code_at(i);
  }
  return {};
}

}  // namespace vestibule::catalogue

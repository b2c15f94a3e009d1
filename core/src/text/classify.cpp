#include "vestibule/text/classify.hpp"

#include <algorithm>
#include <array>

namespace vestibule::text {
namespace {

struct Range {
  char32_t first, last;
  CharacterClass character_class;
};

using enum CharacterClass;

constexpr auto ranges = std::to_array<Range>({
    {0x0000, 0x0008, control},      {0x0009, 0x0009, space},        {0x000A, 0x000A, line_break},
    {0x000B, 0x000C, control},      {0x000D, 0x000D, line_break},   {0x000E, 0x001F, control},
    {0x0020, 0x0020, space},        {0x007F, 0x009F, control},      {0x00A0, 0x00A0, space},
    {0x00AD, 0x00AD, invisible},    {0x0300, 0x034E, mark},         {0x034F, 0x034F, invisible},
    {0x0350, 0x036F, mark},         {0x0483, 0x0489, mark},         {0x0591, 0x05BD, mark},
    {0x061C, 0x061C, invisible},    {0x064B, 0x065F, mark},         {0x115F, 0x1160, filler},
    {0x1680, 0x1680, space},        {0x180E, 0x180E, invisible},    {0x1AB0, 0x1AFF, mark},
    {0x1DC0, 0x1DFF, mark},         {0x2000, 0x200A, space},        {0x200B, 0x200B, invisible},
    {0x200C, 0x200D, joiner},       {0x200E, 0x200F, invisible},    {0x2028, 0x2029, line_break},
    {0x202A, 0x202E, bidi_control}, {0x202F, 0x202F, space},        {0x205F, 0x205F, space},
    {0x2060, 0x2064, invisible},    {0x2066, 0x2069, bidi_control}, {0x206A, 0x206F, invisible},
    {0x20D0, 0x20F0, mark},         {0x2800, 0x2800, filler},       {0x3000, 0x3000, space},
    {0x3164, 0x3164, filler},       {0xE000, 0xF8FF, doubtful},     {0xFDD0, 0xFDEF, noncharacter},
    {0xFE20, 0xFE2F, mark},         {0xFEFF, 0xFEFF, invisible},    {0xFFA0, 0xFFA0, filler},
    {0xFFF9, 0xFFFB, invisible},    {0xFFFD, 0xFFFD, doubtful},     {0xE0000, 0xE007F, tag},
    {0xE0100, 0xE01EF, selector},   {0xF0000, 0xFFFFD, doubtful},   {0x100000, 0x10FFFD, doubtful},
});

constexpr bool sorted_and_disjoint() {
  for (std::size_t i = 1; i < ranges.size(); ++i) {
    if (ranges[i - 1].last >= ranges[i].first) return false;
  }
  return true;
}
static_assert(sorted_and_disjoint(), "ranges: ascending and disjoint (binary search)");

}  // namespace

CharacterClass classify(char32_t code_point) {
  if (code_point > 0x20 && code_point < 0x7F) return visible;
  if ((code_point & 0xFFFE) == 0xFFFE) return noncharacter;
  const auto range = std::lower_bound(ranges.begin(), ranges.end(), code_point,
                                      [](const Range& r, char32_t value) { return r.last < value; });
  return range != ranges.end() && range->first <= code_point ? range->character_class : visible;
}

}  // namespace vestibule::text

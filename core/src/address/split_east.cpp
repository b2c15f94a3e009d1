#include "split_east.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "vestibule/text/utf8.hpp"

namespace vestibule::address {
namespace {

// The shortest beginning of `line` that ends with one of `endings` behind at least one other character, no digit before it.
template <std::size_t Size>
std::size_t unit_end(std::string_view line, const std::array<std::string_view, Size>& endings) {
  constexpr std::size_t longest = 30;  // ten characters
  std::size_t best = 0;
  for (const std::string_view ending : endings) {
    const std::size_t at = line.find(ending, 3);
    if (at > longest) continue;  // or nowhere
    std::size_t end = at + ending.size();
    // "Yokkaichi-shi" is written with the sign for city twice.
    if (line.substr(end).starts_with(ending)) end += ending.size();
    if (best == 0 || end < best) best = end;
  }
  const std::size_t digit = line.find_first_of("0123456789");
  return best > 0 && (digit == std::string_view::npos || digit >= best) ? best : 0;
}

std::string_view cut(std::string_view& line, std::size_t size) {
  const std::string_view head = line.substr(0, size);
  line.remove_prefix(size);
  while (line.starts_with(' ')) line.remove_prefix(1);
  return head;
}

}  // namespace

bool has_far_eastern(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded current = text::decode(text, at);
    at += current.size;
    if ((current.code_point >= 0x3040 && current.code_point < 0xA000) ||
        (current.code_point >= 0xAC00 && current.code_point < 0xD7B0))
      return true;
  }
  return false;
}

LargeToSmall read_large_to_small(const atlas::Areas& areas, std::string_view country, std::string_view line) {
  LargeToSmall parts;
  std::size_t longest = 0;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    const std::string name = areas.name(i);
    if (name.size() > longest && line.starts_with(name)) longest = name.size();
  }
  if (longest > 0) parts.area = cut(line, longest);
  if (country == "JP") {
    constexpr std::array<std::string_view, 5> endings{"\u5E02", "\u533A", "\u753A", "\u6751", "\u90E1"};
    std::size_t end = unit_end(line, endings);
    constexpr std::array<std::string_view, 3> inner{"\u533A", "\u753A", "\u6751"};
    const bool has_inner =
        end > 0 && (line.substr(0, end).ends_with("\u5E02") || line.substr(0, end).ends_with("\u90E1"));
    // A ward of a city, a town of a county: at most five characters more.
    if (has_inner) {
      const bool county = line.substr(0, end).ends_with("\u90E1");
      const std::size_t more = county ? unit_end(line.substr(end), inner)
                                      : unit_end(line.substr(end), std::array<std::string_view, 1>{"\u533A"});
      if (more > 0 && more <= 18) end += more;
    }
    parts.locality = cut(line, end);
  } else if (country == "CN") {
    parts.locality = cut(line, unit_end(line, std::array<std::string_view, 2>{"\u5E02", "\u5DDE"}));
    parts.district = cut(line, unit_end(line, std::array<std::string_view, 3>{"\u533A", "\u53BF", "\u9547"}));
  } else if (country == "TW") {
    parts.locality = cut(line, unit_end(line, std::array<std::string_view, 4>{"\u5340", "\u93AE", "\u9109", "\u5E02"}));
  } else if (country == "KR") {
    parts.locality = cut(line, unit_end(line, std::array<std::string_view, 3>{"\uC2DC ", "\uAD6C ", "\uAD70 "}));
    while (parts.locality.ends_with(' ')) parts.locality.remove_suffix(1);
  }
  parts.rest = line;
  return parts;
}

}  // namespace vestibule::address

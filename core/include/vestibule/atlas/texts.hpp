/// Tables of texts in a section of the atlas: one after the other, a zero behind each.
/// Depends on: text/utf8.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "vestibule/text/utf8.hpp"

namespace vestibule::atlas {

/// Cuts off the text that the next zero ends, or all that is left.
[[nodiscard]] constexpr std::string_view take_text(std::string_view& table) {
  const std::size_t end = table.find('\0');
  const std::string_view text = table.substr(0, end);
  table.remove_prefix(end == std::string_view::npos ? table.size() : end + 1);
  return text;
}

/// The text at place `index`; "" when there are not as many. Cost: linear in the bytes before it, eight at a time.
[[nodiscard]] inline std::string_view text_at(std::string_view table, std::size_t index) {
  constexpr std::uint64_t low_bits = 0x7F7F7F7F7F7F7F7FU;
  std::uint64_t eight = 0;
  while (table.size() >= sizeof eight) {
    std::memcpy(&eight, table.data(), sizeof eight);
    // A bit for each byte that is zero.
    const auto ends = static_cast<std::size_t>(std::popcount(~(((eight & low_bits) + low_bits) | eight | low_bits)));
    if (ends >= index) break;
    index -= ends;
    table.remove_prefix(sizeof eight);
  }
  for (; index > 0 && !table.empty(); --index) static_cast<void>(take_text(table));
  return take_text(table);
}

/// `text`, or "" where damage has left no UTF-8.
[[nodiscard]] inline std::string_view if_utf8(std::string_view text) {
  return text::first_invalid_utf8(text) == text.size() ? text : std::string_view{};
}

}  // namespace vestibule::atlas

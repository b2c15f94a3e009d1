#include "vestibule/text/closest.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "vestibule/limits.hpp"
#include "vestibule/text/ascii.hpp"

namespace vestibule::text {
namespace {

// Optimal string alignment distance (insert, delete, replace, swap neighbours), case ignored; `limit` when not below it.
std::size_t typing_mistakes(std::string_view a, std::string_view b, std::size_t limit) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) >= limit) return limit;
  std::array<std::array<std::uint8_t, limits::json_max_key_bytes + 1>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<std::uint8_t>(j);
  std::size_t least_above = 0;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    row[0] = static_cast<std::uint8_t>(i);
    std::size_t least = i;
    const char x = to_lower(a[i - 1]);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const char y = to_lower(b[j - 1]);
      std::size_t fewest = std::min({above[j] + 1U, row[j - 1] + 1U, above[j - 1] + (x == y ? 0U : 1U)});
      if (i > 1 && j > 1 && x == to_lower(b[j - 2]) && to_lower(a[i - 2]) == y) {
        fewest = std::min<std::size_t>(fewest, two_above[j - 2] + 1U);
      }
      row[j] = static_cast<std::uint8_t>(fewest);
      least = std::min(least, fewest);
    }
    // Every way to the end leads through one of the last two rows, and mistakes only add up.
    if (least >= limit && least_above >= limit) return limit;
    least_above = least;
  }
  return std::min<std::size_t>(rows[a.size() % 3][b.size()], limit);
}

// The letters that occur, in either case; a bit each, other characters share some.
std::uint32_t letters_of(std::string_view text) {
  std::uint32_t letters = 0;
  for (const char c : text) letters |= 1U << (static_cast<unsigned char>(to_lower(c)) % 32);
  return letters;
}

}  // namespace

Closest::Closest(std::string_view wanted)
    : wanted_{wanted}, fewest_{wanted.size() < 4 ? std::size_t{1} : 3}, letters_{letters_of(wanted)} {}

bool Closest::offer(std::string_view name) {
  if (std::max(name.size(), wanted_.size()) > limits::json_max_key_bytes) return false;
  // A mistake takes at most one letter away and brings one in.
  const int different = std::popcount(letters_ ^ letters_of(name));
  if (static_cast<std::size_t>(different) > 2 * (fewest_ - std::min<std::size_t>(fewest_, 1))) return false;
  const std::size_t mistakes = typing_mistakes(wanted_, name, fewest_);
  if (mistakes >= fewest_) return false;
  fewest_ = mistakes;
  best_ = name;
  return true;
}

}  // namespace vestibule::text

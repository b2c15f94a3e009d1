#include "vestibule/text/closest.hpp"

#include <algorithm>
#include <array>

#include "vestibule/limits.hpp"
#include "vestibule/text/ascii.hpp"

namespace vestibule::text {
namespace {

// Optimal string alignment distance (insert, delete, replace, swap neighbours), case ignored, cut off above two.
std::size_t typing_mistakes(std::string_view a, std::string_view b) {
  constexpr std::size_t too_many = 3;
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) >= too_many) return too_many;
  std::array<std::array<std::size_t, limits::json_max_key_bytes + 1>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const char x = to_lower(a[i - 1]);
      const char y = to_lower(b[j - 1]);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (x == y ? 0U : 1U)});
      if (i > 1 && j > 1 && x == to_lower(b[j - 2]) && to_lower(a[i - 2]) == y) {
        row[j] = std::min(row[j], two_above[j - 2] + 1);
      }
    }
  }
  return rows[a.size() % 3][b.size()];
}

}  // namespace

bool Closest::offer(std::string_view name) {
  if (std::max(name.size(), wanted_.size()) > limits::json_max_key_bytes) return false;
  const std::size_t mistakes = typing_mistakes(wanted_, name);
  if (mistakes >= fewest_) return false;
  fewest_ = mistakes;
  best_ = name;
  return true;
}

}  // namespace vestibule::text

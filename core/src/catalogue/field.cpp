#include "vestibule/catalogue/field.hpp"

#include <algorithm>
#include <array>

#include "vestibule/limits.hpp"
#include "vestibule/text/ascii.hpp"

namespace vestibule::catalogue {
namespace {

constexpr auto by_name = [] {
  std::array<Field, field_count> fields{};
  for (std::size_t i = 0; i < field_count; ++i) fields[i] = static_cast<Field>(i);
  std::sort(fields.begin(), fields.end(), [](Field a, Field b) {
    return info(a).of != info(b).of ? info(a).of < info(b).of : info(a).name < info(b).name;
  });
  return fields;
}();

constexpr bool names_unique() {
  for (std::size_t i = 1; i < by_name.size(); ++i) {
    if (info(by_name[i - 1]).of == info(by_name[i]).of && info(by_name[i - 1]).name == info(by_name[i]).name) {
      return false;
    }
  }
  return true;
}
static_assert(names_unique(), "fields.csv: no name twice in one entity");

constexpr bool entities_together() {
  for (std::size_t i = 1; i < field_count; ++i) {
    if (field_table[i].of < field_table[i - 1].of) return false;
  }
  return true;
}
static_assert(entities_together(), "fields.csv: customers first, then contacts");

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
    const char x = text::to_lower(a[i - 1]);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const char y = text::to_lower(b[j - 1]);
      std::size_t fewest = std::min({above[j] + 1U, row[j - 1] + 1U, above[j - 1] + (x == y ? 0U : 1U)});
      if (i > 1 && j > 1 && x == text::to_lower(b[j - 2]) && text::to_lower(a[i - 2]) == y) {
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

}  // namespace

std::optional<Field> find_field(std::string_view name, Entity of) {
  const FieldRange range = fields_of(of);
  const auto* const end = by_name.data() + range.end;
  const auto* const found =
      std::lower_bound(by_name.data() + range.begin, end, name,
                       [](Field field, std::string_view wanted) { return info(field).name < wanted; });
  if (found == end || info(*found).name != name) return std::nullopt;
  return *found;
}

std::optional<Field> closest_field(std::string_view name, Entity of) {
  if (name.size() > limits::json_max_key_bytes) return std::nullopt;
  std::optional<Field> closest;
  std::size_t fewest = name.size() < 4 ? 1 : 3;  // short names are near everything: only another case counts
  const FieldRange range = fields_of(of);
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const FieldInfo& candidate = field_table[i];
    if (candidate.kind == Kind::reserved) continue;
    const std::size_t mistakes = typing_mistakes(name, candidate.name, fewest);
    if (mistakes < fewest) {
      fewest = mistakes;
      closest = static_cast<Field>(i);
    }
  }
  return closest;
}

}  // namespace vestibule::catalogue

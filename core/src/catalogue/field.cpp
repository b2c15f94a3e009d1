#include "vestibule/catalogue/field.hpp"

#include <algorithm>
#include <array>

#include "vestibule/text/closest.hpp"

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
  text::Closest closest{name};
  std::optional<Field> field;
  const FieldRange fields = fields_of(of);
  for (std::size_t i = fields.begin; i < fields.end; ++i) {
    if (field_table[i].kind == Kind::reserved) continue;
    if (closest.offer(field_table[i].name)) field = static_cast<Field>(i);
  }
  return field;
}

}  // namespace vestibule::catalogue

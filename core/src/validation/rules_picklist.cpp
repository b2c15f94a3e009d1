// Values of a list, and sets of them.
#include <algorithm>

#include "field_rules.hpp"

namespace vestibule::validation {

using customer::ValueKind;

void FieldRules::judge_picklist() {
  const Text text = read_text();
  if (!text.usable) return;
  const catalogue::Picklist list = field_info().picklist;
  const std::string_view listed = catalogue::find_value(list, text.shown);
  if (catalogue::is_open(list)) {
    if (listed.empty()) warning(Code::enum_unlisted);
    return store_canonical(text, listed.empty() ? text.shown : listed);
  }
  if (listed.empty()) return error(Code::enum_unknown, catalogue::joined_values(list));
  if (!signup() && listed != text.stored) {
    return error(Code::enum_unknown, catalogue::joined_values(list), {}, listed);
  }
  store(text, listed);
}

void FieldRules::judge_picklist_set() {
  if (value().kind != ValueKind::array) return error(Code::field_type, "array of string");
  const auto& items = record_.items();
  const auto begin = items.begin() + static_cast<std::ptrdiff_t>(value().first_item);
  const auto end = begin + static_cast<std::ptrdiff_t>(value().item_count);
  const catalogue::Picklist list = field_info().picklist;
  for (auto item = begin; item != end; ++item) {
    if (catalogue::find_value(list, *item) != *item) return error(Code::enum_unknown, catalogue::joined_values(list));
    if (std::find(begin, item, *item) != item) return error(Code::enum_duplicate);
  }
  report_.add_value(field_, ValueKind::array);
}

}  // namespace vestibule::validation

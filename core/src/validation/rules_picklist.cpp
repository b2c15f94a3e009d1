// Values of a list, and sets of them.
#include <algorithm>

#include "field_rules.hpp"

namespace vestibule::validation {

using customer::ValueKind;

catalogue::ValueList FieldRules::value_list() const {
  if (custom() != nullptr) return custom()->values;
  const catalogue::Picklist list = field_info().picklist;
  return options_.tenant() != nullptr ? options_.tenant()->list(list) : catalogue::built_in(list);
}

void FieldRules::judge_picklist() {
  const Text text = read_text();
  if (!text.usable) return;
  const catalogue::ValueList list = value_list();
  const std::string_view listed = catalogue::find_value(list, text.shown);
  if (list.open) {
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
  const catalogue::ValueList list = value_list();
  for (auto item = begin; item != end; ++item) {
    if (catalogue::find_value(list, *item) != *item) return error(Code::enum_unknown, catalogue::joined_values(list));
    if (std::find(begin, item, *item) != item) return error(Code::enum_duplicate);
  }
  add_value(ValueKind::array);
}

}  // namespace vestibule::validation

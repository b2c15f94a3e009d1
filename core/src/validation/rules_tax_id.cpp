// Numbers of tax authorities; only in a tenant's own fields.
#include "field_rules.hpp"
#include "vestibule/checks/tax_id.hpp"

namespace vestibule::validation {

void FieldRules::judge_tax_id() {
  const Text text = read_text();
  if (!text.usable || custom() == nullptr || custom()->parse_tax_id == nullptr) return;
  const auto id = custom()->parse_tax_id(custom()->scheme, text.shown, {});
  if (!id) return refuse_or_warn(id.error(), text);
  store_canonical(text, id.value().text);
}

}  // namespace vestibule::validation

// Dates.
#include "field_rules.hpp"
#include "vestibule/checks/date.hpp"

namespace vestibule::validation {

void FieldRules::judge_date() {
  const Text text = read_text();
  if (!text.usable) return;
  if (!checks::parse_date(text.shown)) return error(Code::date_invalid);
  store(text, text.stored);
}

}  // namespace vestibule::validation

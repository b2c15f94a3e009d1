// First-level areas of a country.
#include "field_rules.hpp"

namespace vestibule::validation {

void FieldRules::judge_state() { judge_text(); }

}  // namespace vestibule::validation

// Postal codes.
#include "field_rules.hpp"

namespace vestibule::validation {

void FieldRules::judge_postal() { judge_text(); }

}  // namespace vestibule::validation

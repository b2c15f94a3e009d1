// Ids that refer to other records.
#include "field_rules.hpp"
#include "vestibule/ids/uuid.hpp"

namespace vestibule::validation {

void FieldRules::judge_uuid() {
  const Text text = read_text();
  if (!text.usable) return;
  const auto uuid = ids::parse_uuid(text.shown);
  // The nil UUID is well formed and names nothing (RFC 9562 section 5.9).
  if (!uuid || uuid.value().is_nil()) return error(Code::id_syntax);
  store(text, ids::to_string(uuid.value()));
}

}  // namespace vestibule::validation

// Phone numbers.
#include "address_rules.hpp"
#include "field_rules.hpp"
#include "vestibule/checks/phone.hpp"

namespace vestibule::validation {

void FieldRules::judge_phone() {
  const Text text = read_text();
  if (!text.usable) return;
  const auto phone = checks::parse_phone(text.shown);
  if (!phone) return refuse_or_warn(phone.error(), text);
  if (!phone.value().international && country_of(field_, record_, options_).empty()) warning(Code::phone_no_country);
  store_canonical(text, phone.value().text);
}

}  // namespace vestibule::validation

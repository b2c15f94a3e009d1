// E-mail addresses.
#include "field_rules.hpp"
#include "vestibule/checks/email.hpp"

namespace vestibule::validation {

void FieldRules::judge_email() {
  const Text text = read_text();
  if (!text.usable) return;
  const auto email = checks::parse_email(text.shown);
  if (!email) return refuse_or_warn(email.error(), text);
  if (email.value().international) warning(Code::email_international);
  store_canonical(text, email.value().text);
}

}  // namespace vestibule::validation

// Web addresses.
#include "field_rules.hpp"
#include "vestibule/checks/website.hpp"

namespace vestibule::validation {

void FieldRules::judge_url() {
  const Text text = read_text();
  if (!text.usable) return;
  const auto website = checks::parse_website(text.shown);
  if (!website) return refuse_or_warn(website.error(), text);
  store_canonical(text, website.value().text);
}

}  // namespace vestibule::validation

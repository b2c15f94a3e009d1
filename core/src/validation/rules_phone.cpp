// Phone numbers: by the plans of their countries where the atlas is loaded, else by their structure.
#include "address_rules.hpp"
#include "field_rules.hpp"
#include "vestibule/checks/phone.hpp"
#include "vestibule/checks/phone_number.hpp"

namespace vestibule::validation {

void FieldRules::judge_phone() {
  const Text text = read_text();
  if (!text.usable) return;
  const std::string_view country = places_.country_of(field_);
  const atlas::PhonePlans& plans = atlas::phones_of(options_.atlas);
  const auto number = checks::read_phone(text.shown, plans, country);
  // Asked afterwards: reading a plan shows that it is damaged.
  if (!plans.loaded()) return judge_phone_structure(text, country);
  if (!number) {
    if (number.error() == Code::phone_no_country) return judge_phone_structure(text, country);
    return refuse_or_warn(number.error(), text);
  }
  if (!number.value().possible) return refuse_or_warn(Code::phone_length, text);
  if (!number.value().valid()) return refuse_or_warn(Code::phone_invalid, text);
  checks::E164 e164;
  store_canonical(text, checks::write_e164(number.value(), plans, e164));
}

void FieldRules::judge_phone_structure(const Text& text, std::string_view country) {
  const auto phone = checks::parse_phone(text.shown);
  if (!phone) return refuse_or_warn(phone.error(), text);
  if (phone.value().international || !country.empty())
    unchecked();
  else
    warning(Code::phone_no_country);
  store_canonical(text, phone.value().text);
}

}  // namespace vestibule::validation

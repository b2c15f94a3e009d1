// Countries.
#include "field_rules.hpp"
#include "vestibule/atlas/countries.hpp"
#include "vestibule/catalogue/country.hpp"

namespace vestibule::validation {

void FieldRules::judge_country() {
  const Text text = read_text();
  if (!text.usable) return;
  const std::string_view code = catalogue::find_country(text.shown);
  if (!code.empty()) return store_canonical(text, code);
  // A flag is two regional indicators, F0 9F 87 A6 to F0 9F 87 BF each: a picture, not a name.
  if (text.shown.find("\xF0\x9F\x87") != std::string_view::npos) return refuse_or_warn(Code::country_unknown, text);
  if (options_.atlas != nullptr) {
    const atlas::AddressFormats formats{options_.atlas->section("ADDR")};
    const std::string named = atlas::find_country_name(formats, text.shown);
    if (!named.empty()) return store_canonical(text, named);
  } else if (text.shown.size() > 2) {
    unchecked();
  }
  warning(Code::country_unknown);
  store_canonical(text, text.shown);
}

}  // namespace vestibule::validation

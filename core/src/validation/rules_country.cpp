// Countries.
#include "address_rules.hpp"
#include "field_rules.hpp"
#include "vestibule/atlas/countries.hpp"
#include "vestibule/catalogue/country.hpp"
#include "vestibule/text/clean.hpp"

namespace vestibule::validation {

void FieldRules::judge_country() {
  const Text text = read_text();
  if (!text.usable) return;
  const std::string_view code = catalogue::find_country_code(text.shown);
  if (!code.empty()) return store_canonical(text, code);
  // A flag is two regional indicators, F0 9F 87 A6 to F0 9F 87 BF each: a picture, not a name.
  if (text.shown.find("\xF0\x9F\x87") != std::string_view::npos) return refuse_or_warn(Code::country_unknown, text);
  if (options_.atlas != nullptr) {
    // Cleaning may have brought out a name that the other rules do not see.
    std::string named{places_.named_country(field_)};
    if (named.empty() && text.shown != text::trim(text.raw)) {
      named = atlas::find_country_name(atlas::AddressFormats{options_.atlas->section("ADDR")}, text.shown);
    }
    if (!named.empty()) return store_canonical(text, named);
  } else if (text.shown.size() > 2) {
    unchecked();
  }
  warning(Code::country_unknown);
  store_canonical(text, text.shown);
}

}  // namespace vestibule::validation

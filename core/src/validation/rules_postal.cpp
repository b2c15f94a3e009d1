// Postal codes.
#include "address_rules.hpp"
#include "field_rules.hpp"
#include "vestibule/checks/postal_code.hpp"
#include "vestibule/text/clean.hpp"

namespace vestibule::validation {

using customer::ValueKind;

void FieldRules::judge_postal() {
  const Place* place = places_.of(field_);
  if (!place || place->format.postal_pattern.empty()) {
    if (!place && places_.lacks_atlas(field_)) unchecked();
    return judge_text();
  }
  const Text text = read_text();
  if (!text.usable) return;
  const auto code = checks::read_postal_code(place->format, place->country, text.shown);
  if (code.verdict != checks::PostalVerdict::fits) {
    const atlas::AddressFormats formats{options_.atlas->section("ADDR")};
    warning(Code::postal_format, formats.postal_example(place->country));
  } else if (const auto& state = record_[address_of(field_).state]; state.kind == ValueKind::string) {
    const auto area = place->format.areas.find(text::trim(state.text), place->country);
    if (area && !place->format.areas.may_have(area->index, checks::bare_postal_code(code.text))) {
      warning(Code::postal_area, place->format.areas.label(area->index, area->latin));
    }
  }
  store_canonical(text, code.text);
}

}  // namespace vestibule::validation

// First-level areas of a country.
#include "address_rules.hpp"
#include "field_rules.hpp"
#include "vestibule/checks/subdivision.hpp"

namespace vestibule::validation {

void FieldRules::judge_state() {
  const Place* place = places_.of(field_);
  if (!place || place->format.areas.empty()) {
    if (!place && places_.lacks_atlas(field_)) unchecked();
    return judge_text();
  }
  const Text text = read_text();
  if (!text.usable) return;
  const auto state = checks::read_subdivision(place->format, place->country, text.shown);
  if (!state.index) {
    std::optional<std::string_view> suggestion;
    if (!state.suggestion.empty()) suggestion = state.suggestion;
    warning(Code::state_unknown, {}, suggestion);
  }
  store_canonical(text, state.text);
}

}  // namespace vestibule::validation

// Texts without a format of their own.
#include <algorithm>

#include "field_rules.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/clean.hpp"
#include "vestibule/text/scripts.hpp"

namespace vestibule::validation {

using catalogue::Field;

void FieldRules::judge_text() {
  const Text text = read_text();
  if (!text.usable || !fits(text.stored)) return;
  if (is(Field::name) || is(Field::contact_name) || is(Field::contact_last_name)) {
    constexpr std::string_view placeholders[] = {"-", "--", ".", "?", "N/A", "n/a", "N.A."};
    const bool found =
        std::find(std::begin(placeholders), std::end(placeholders), text.shown) != std::end(placeholders);
    if (found) warning(Code::text_placeholder);
  }
  if (!text.ascii) {
    const char32_t lookalike = text::mixed_script_lookalike(text.shown);
    if (lookalike != text::no_lookalike) warning(Code::text_mixed_script, text::code_point_name(lookalike));
  }
  for (std::size_t at = text.shown.find('<'); at != std::string_view::npos; at = text.shown.find('<', at + 1)) {
    const char next = at + 1 < text.shown.size() ? text.shown[at + 1] : ' ';
    if (text::is_alpha(next) || next == '/' || next == '!') {
      warning(Code::text_markup);
      break;
    }
  }
  if (custom() != nullptr && custom()->pattern && !custom()->pattern->matches(text.stored)) {
    return refuse_or_warn(Code::field_pattern, text);
  }
  store(text, text.stored);
}

}  // namespace vestibule::validation

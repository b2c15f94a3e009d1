// Web addresses.
#include "field_rules.hpp"
#include "vestibule/checks/website.hpp"
#include "vestibule/text/clean.hpp"
#include "vestibule/text/scripts.hpp"

namespace vestibule::validation {

void FieldRules::judge_url() {
  const Text text = read_text();
  if (!text.usable) return;
  const auto website = checks::parse_website(text.shown, checks::IdnaData{atlas_section("IDNA")});
  if (!website) return refuse_or_warn(website.error(), text);
  if (!website.value().checked) unchecked();
  const char32_t lookalike = text::mixed_script_lookalike(website.value().host);
  if (lookalike != text::no_lookalike) warning(Code::url_mixed_script, text::code_point_name(lookalike));
  store_canonical(text, website.value().text);
}

}  // namespace vestibule::validation

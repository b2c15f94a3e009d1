#include "growth_cases.hpp"

#include "vestibule/address/split.hpp"
#include "vestibule/atlas/builtin.hpp"
#include "vestibule/atlas/countries.hpp"
#include "vestibule/atlas/pattern.hpp"
#include "vestibule/checks/email_typo.hpp"
#include "vestibule/checks/idna.hpp"
#include "vestibule/checks/phone_number.hpp"
#include "vestibule/checks/phone_typing.hpp"
#include "vestibule/checks/postal_code.hpp"
#include "vestibule/checks/punycode.hpp"
#include "vestibule/checks/subdivision.hpp"
#include "vestibule/matching/compare.hpp"
#include "vestibule/matching/keys.hpp"
#include "vestibule/paste/signature.hpp"
#include "vestibule/profile/pattern.hpp"
#include "vestibule/profile/profile.hpp"
#include "vestibule/text/loose.hpp"
#include "vestibule/text/match_key.hpp"
#include "vestibule/text/normalize.hpp"
#include "vestibule/text/scripts.hpp"
#include "vestibule/validation/check_field_json.hpp"
#include "vestibule/vestibule.hpp"

namespace vestibule::bench {
namespace {

using namespace std::string_view_literals;
using Text = std::string_view;

std::size_t utf8(Text text) { return text::first_invalid_utf8(text); }
std::size_t nfc(Text text) {
  std::string out;
  return text::to_nfc(text, out) ? out.size() : 0;
}
std::size_t clean(Text text) {
  std::string out;
  return text::clean(text, text::Lines::many, out).length_utf16;
}
std::size_t match_key(Text text) { return text::match_key(text).size(); }
std::size_t lookalike(Text text) { return text::mixed_script_lookalike(text); }
std::size_t loosely(Text text) { return text::loosely_equal(text, text) ? 1 : 0; }
std::size_t number(Text text) { return checks::parse_decimal(text).ok() ? 1 : 0; }
std::size_t date(Text text) { return checks::parse_date_time(text).ok() ? 1 : 0; }
std::size_t email(Text text) { return checks::parse_email(text).ok() ? 1 : 0; }
std::size_t phone(Text text) { return checks::parse_phone(text).ok() ? 1 : 0; }
std::size_t website(Text text) { return checks::parse_website(text).ok() ? 1 : 0; }
std::size_t uuid(Text text) { return ids::parse_uuid(text).ok() ? 1 : 0; }
std::size_t salesforce_id(Text text) { return ids::parse_salesforce_id(text).ok() ? 1 : 0; }
std::size_t unknown_name(Text text) { return catalogue::closest_field(text).has_value() ? 1 : 0; }

atlas::AddressFormats formats() { return atlas::AddressFormats{atlas::builtin().section("ADDR")}; }
std::size_t country(Text text) { return atlas::find_country(formats(), text).size(); }
std::size_t pattern(Text text) { return atlas::fits_pattern("####?#-###|AA#?#?", text) ? 1 : 0; }
std::size_t postal_code(Text text) {
  const auto format = formats().find("GB");
  return format ? checks::read_postal_code(*format, "GB", text).text.size() : 0;
}
std::size_t subdivision(Text text) {
  const auto format = formats().find("US");
  return format ? checks::read_subdivision(*format, "US", text).text.size() : 0;
}
std::size_t address_block(Text text) { return address::split_address(formats(), text, "US").size; }
std::size_t signature(Text text) { return paste::split_signature(&atlas::builtin(), text, "US").slices.size(); }
std::size_t tax_id(Text text) { return checks::parse_tax_id(checks::TaxScheme::eu_vat, text).ok() ? 1 : 0; }

validation::Options options() {
  validation::Options options;
  options.atlas = &atlas::builtin();
  return options;
}
std::size_t json(Text text) { return validation::check_json(text, options()).findings.size(); }
std::size_t batch(Text text) { return validation::check_batch_json(text, options()).findings.size(); }
std::size_t form(Text text) { return validation::check_form(text, options()).findings.size(); }
std::size_t packed(Text text) {
  customer::RecordView record;
  return validation::read_packed(text, record, options()).has_value() ? 1 : 0;
}

validation::Options api_options() {
  validation::Options nue = options();
  nue.strictness = validation::Strictness::api;
  return nue;
}
std::size_t api_json(Text text) { return validation::check_json(text, api_options()).findings.size(); }
std::size_t api_batch(Text text) { return validation::check_batch_json(text, api_options()).findings.size(); }
std::size_t field_json(Text text) {
  return validation::check_field_json("description", text, options()).findings.size();
}

std::size_t profile_text(Text text) { return profile::Profile::parse(text).ok() ? 1 : 0; }
// Every step is reached at every character.
std::size_t tenant_pattern(Text text) {
  static const auto slow = profile::Pattern::compile("(a?){50}b");
  return slow.value().matches(text) ? 1 : 0;
}
std::size_t tenant_classes(Text text) {
  static const auto slow = profile::Pattern::compile("[a-z]{0,50}[0-9]");
  return slow.value().matches(text) ? 1 : 0;
}

std::size_t idna(Text text) {
  static const checks::IdnaData data{atlas::builtin().section("IDNA")};
  return checks::process_idna(text, data).has_value() ? 1 : 0;
}
std::size_t punycode(Text text) {
  checks::LabelCodePoints label;
  return checks::decode_punycode(text, label) ? label.size() : 0;
}
std::size_t mail_typo(Text text) {
  return checks::suggest_mail_domain(text, atlas::builtin().section("MAIL")).has_value() ? 1 : 0;
}

const atlas::PhonePlans& plans() { return atlas::builtin().phones(); }
std::size_t phone_of_country(Text text) { return checks::read_phone(text, plans(), "DE").ok() ? 1 : 0; }
std::size_t typed_phone(Text text) { return checks::format_typed_phone(text, text.size(), plans(), "DE").caret; }

std::size_t keys(Text text) { return matching::match_keys({text, text, text, text}).name.size(); }
std::size_t likeness(Text text) {
  const matching::Keys one = matching::match_keys({text, text, text, text});
  return matching::compare(one, matching::match_keys({text.substr(1), text, text, text})).size();
}

constexpr GrowthCase cases[] = {
    {"utf8", "three bytes each", "", "\u6f22", "", utf8},
    {"nfc", "marks out of order", "e", "\u0301\u0323", "", nfc},
    {"nfc", "Hangul in parts", "", "\u1112\u1161\u11ab", "", nfc},
    {"clean", "spaces", "a", " ", "b", clean},
    {"clean", "marks", "e", "\u0301", "", clean},
    {"clean", "joiners", "a", "\u200d", "b", clean},
    {"clean", "lines", "a", "\r\n", "b", clean},
    {"clean", "grows in NFC", "", "\U0001D160", "", clean},
    {"match key", "folds to two", "", "\u00df\ufb03", "", match_key},
    {"match key", "marks out of order", "e", "\u0301\u0323", "", match_key},
    {"mixed scripts", "Cyrillic", "", "\u0430 ", "", lookalike},
    {"loose", "saints", "", "st. ", "", loosely},
    {"number", "digits", "", "9", "", number},
    {"number", "zeros and an exponent", "0.", "0", "1e400", number},
    {"date", "fractions", "2024-02-29T12:00:00.", "0", "Z", date},
    {"e-mail", "dots", "", "a.", "@b.co", email},
    {"e-mail", "labels", "a@", "b.", "co", email},
    {"e-mail", "brackets", "", "(", "", email},
    {"e-mail", "at signs", "", "@", "", email},
    {"phone", "digits", "+", "4", "", phone},
    {"phone", "brackets", "+1 ", "(", "", phone},
    {"phone", "extensions", "+14155552671", " ext. 1", "", phone},
    {"web address", "labels", "https://", "a.", "b.co/", website},
    {"web address", "steps up", "https://a.example", "/../a", "", website},
    {"web address", "escapes", "https://a.example/", "\u6f22", "", website},
    {"web address", "at signs", "https://", "@", "a.example", website},
    {"uuid", "digits", "", "f81d4fae-", "", uuid},
    {"Salesforce id", "letters", "", "0015f00002JUZPD", "", salesforce_id},
    {"unknown name", "nearly a field", "", "billingPostalCod", "", unknown_name},
    {"country", "nearly one", "", "United Kingdo ", "", country},
    {"pattern", "digits", "", "1", "", pattern},
    {"postal code", "separators", "SW1A", "-", "1AA", postal_code},
    {"postal code", "letters", "", "A1", "", postal_code},
    {"subdivision", "nearly one", "", "New Yor ", "", subdivision},
    {"address block", "commas", "1 Main St", ", a", "", address_block},
    {"address block", "nearly states", "1 Main St\n", "New Yor ", "", address_block},
    {"signature", "commas", "Jane Doe", ", a", "", signature},
    {"signature", "bars", "Jane Doe", "|A b", "", signature},
    {"signature", "labels", "", "tel ", "", signature},
    {"signature", "digits", "+1", " 1", "", signature},
    {"signature", "at signs", "", "a@b.co@", "", signature},
    {"tax id", "digits", "", "9", "", tax_id},
    {"JSON", "arrays", "", "[", "", json},
    {"JSON", "members", "{\"a\":1", ",\"a\":1", "}", json},
    {"JSON", "escapes", "{\"name\":\"", "\\u00e9", "\"}", json},
    {"JSON", "digits", "{\"annualRevenue\":", "9", "}", json},
    {"JSON", "blanks", "{", " \n", "}", json},
    {"JSON", "other members of a wrong one", "{\"x\":[0", ",{\"y\":[]}", "]}", json},
    {"batch", "empty rows", "[{}", ",{}", "]", batch},
    {"batch", "findings", "[{\"a\":1}", ",{\"a\":1}", "]", batch},
    {"form", "members", "a=1", "&a=1", "", form},
    {"form", "fields again", "name=1", "&name=1", "", form},
    {"form", "escapes", "name=", "%C3%A9", "", form},
    {"field by itself", "escapes", "\"", "\\u00e9", "\"", field_json},
    {"field by itself", "arrays", "", "[", "", field_json},
    {"as strict as Nue", "marks out of order", "{\"name\":\"e", "\u0301\u0323", "\"}", api_json},
    {"as strict as Nue", "what is dropped", "{\"description\":\"e", "\u200b", "\"}", api_json},
    {"as strict as Nue", "rows with findings", "[{\"name\":\"A\"}", ",{\"name\":\"\u200bA\"}", "]", api_batch},
    {"profile", "values", "{\"v\":1,\"picklists\":{\"type\":{\"values\":[\"a\"", ",\"a\"", "]}}}", profile_text},
    {"profile", "unknown members", "{\"v\":1", ",\"vv\":1", "}", profile_text},
    {"tenant's pattern", "what may be left out", "", "a", "", tenant_pattern},
    {"tenant's pattern", "a class", "", "a", "", tenant_classes},
    {"host name", "labels", "", "b\u00fccher.", "example", idna},
    {"host name", "one label", "", "\u00fc", "", idna},
    {"Punycode", "letters", "", "a", "-kva", punycode},
    {"Punycode", "deltas", "", "9", "", punycode},
    {"e-mail typo", "nearly a provider", "", "gmial.", "con", mail_typo},
    {"phone of a country", "digits", "0", "3", "", phone_of_country},
    {"phone of a country", "separators", "030", " -", "1", phone_of_country},
    {"phone being typed", "digits", "0", "3", "", typed_phone},
    {"phone being typed", "separators", "030", " ", "1", typed_phone},
    {"match keys", "words", "", "ab c. ", "Ltd", keys},
    {"match keys", "labels", "a@", "b.", "co", keys},
    {"likeness", "words", "", "ab cd ", "", likeness},
    {"packed", "text of no member", "\0\0\0\0"sv, "\u6f22", "", packed},
};

}  // namespace

std::span<const GrowthCase> growth_cases() { return cases; }

std::string make_input(const GrowthCase& one, std::size_t size) {
  std::string input{one.head};
  while (input.size() + one.repeated.size() + one.tail.size() <= size) input += one.repeated;
  return input.append(one.tail);
}

}  // namespace vestibule::bench

#include "growth_cases.hpp"

#include "vestibule/address/split.hpp"
#include "vestibule/atlas/builtin.hpp"
#include "vestibule/atlas/countries.hpp"
#include "vestibule/atlas/pattern.hpp"
#include "vestibule/checks/postal_code.hpp"
#include "vestibule/checks/subdivision.hpp"
#include "vestibule/paste/signature.hpp"
#include "vestibule/text/loose.hpp"
#include "vestibule/text/match_key.hpp"
#include "vestibule/text/normalize.hpp"
#include "vestibule/text/scripts.hpp"
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

// Tax numbers and dates, any bytes: what is accepted has a canonical text, and that is accepted unchanged.
#include <string>

#include "oracle.hpp"
#include "vestibule/checks/date.hpp"
#include "vestibule/checks/tax_id.hpp"
#include "vestibule/text/ascii.hpp"

namespace {

using namespace vestibule;

// The first byte is the scheme.
void judge_tax(unsigned scheme_byte, std::string_view text) {
  const auto scheme = static_cast<checks::TaxScheme>(scheme_byte % checks::tax_scheme_count);
  const auto id = checks::parse_tax_id(scheme, text);
  if (!id) {
    const Code code = id.error();
    fuzz::require(code == Code::tax_country || code == Code::tax_syntax || code == Code::tax_checksum,
                  "a refused tax number has a code of tax numbers");
    return;
  }
  fuzz::require(id.value().country.size() == 2, "the country is that of the number");
  for (const char c : id.value().text) {
    fuzz::require(text::is_digit(c) || text::is_upper(c) || c == '+' || c == '*',
                  "a canonical number has no separators");
  }
  fuzz::require(checks::parse_tax_id(scheme, id.value().text) == id, "a canonical number is its own");
  if (scheme != checks::TaxScheme::eu_vat) return;
  // The same by its state: with its letters and without them.
  const std::string_view canonical = id.value().text;
  fuzz::require(checks::parse_tax_id(scheme, canonical.substr(2), canonical.substr(0, 2)) == id,
                "a number is told by its state too");
  fuzz::require(checks::parse_tax_id(scheme, canonical, canonical.substr(0, 2)).ok(), "and with its letters");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = fuzz::view_of(data, size);
  if (input.empty()) return 0;
  const std::string_view text = input.substr(1);
  judge_tax(data[0], text);

  const auto date = checks::parse_date(text);
  if (date) fuzz::require(to_string(date.value()) == text, "a day has one form");
  const auto moment = checks::parse_date_time(text);
  if (moment) fuzz::require(checks::parse_date_time(to_string(moment.value())) == moment, "a moment in UTC is its own");
  return 0;
}

#include "vestibule/checks/postal_code.hpp"

#include <set>
#include <string>

#include "tests/core/address_data.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"

namespace {

using namespace vestibule;
using checks::PostalVerdict;

void ok(std::string_view country, std::string_view typed, std::string_view expected) {
  CAPTURE(country, typed);
  const auto format = test::format_of(country);
  const auto code = checks::read_postal_code(format, country, test::ExactBlock{typed}.view());
  CHECK(code.verdict == PostalVerdict::fits);
  CHECK(code.text == expected);
  CHECK(checks::read_postal_code(format, country, code.text) == code);
}

void bad(std::string_view country, std::string_view typed) {
  CAPTURE(country, typed);
  const auto code = checks::read_postal_code(test::format_of(country), country, test::ExactBlock{typed}.view());
  CHECK(code == checks::PostalCode{PostalVerdict::misfits, std::string{typed}});
}

TEST_CASE("a postal code comes back as the country's post writes it", "[postal][F18]") {
  ok("GB", "SW1A1AA", "SW1A 1AA");
  ok("GB", "sw1a 1aa", "SW1A 1AA");
  ok("GB", "m25bq", "M2 5BQ");
  ok("GB", "gir0aa", "GIR 0AA");
  ok("GB", "BFPO61", "BFPO 61");
  ok("US", "90210", "90210");
  ok("US", "90210-1234", "90210-1234");
  ok("US", "902101234", "90210-1234");
  ok("CA", "h3z2y7", "H3Z 2Y7");
  ok("NL", "1234ab", "1234 AB");
  ok("SE", "11455", "114 55");
  ok("FR", "75 008", "75008");
  ok("JP", "1540023", "154-0023");
  ok("JP", "\u3012154-0023", "154-0023");
  ok("JP", "\uff11\uff15\uff14\uff0d0023", "154-0023");
  ok("BR", "40301110", "40301-110");
  ok("PL", "00950", "00-950");
  ok("PT", "2725\u2013079", "2725-079");
  ok("IE", "D02AF30", "D02 AF30");
}

TEST_CASE("a country in front of the code is not part of it, letters of the code are", "[postal]") {
  ok("LU", "L-1234", "1234");
  ok("MD", "MD-2001", "2001");
  ok("AZ", "AZ 1000", "1000");
  ok("HT", "HT6110", "6110");
  ok("DE", "D-10115", "10115");
  ok("DE", "DE 10115", "10115");
  ok("AT", "A-1010", "1010");
  ok("SI", "SI-1000", "1000");
  ok("LV", "1010", "LV-1010");
  ok("LV", "LV1010", "LV-1010");
  ok("KY", "1-1100", "KY1-1100");
  ok("SV", "1101", "CP 1101");
  ok("BB", "11000", "BB11000");
}

TEST_CASE("what no code of the country looks like does not fit", "[postal][F18]") {
  bad("US", "1234");
  bad("US", "123456");
  bad("GB", "QQ1 1AA");
  bad("DE", "1011");
  bad("DE", "X-10115");
  bad("NL", "1234 SS");
  bad("US", "");
  bad("US", "902/10");
  bad("US", std::string(100, '1'));
}

TEST_CASE("a territory without patterns has no opinion", "[postal]") {
  const auto code = checks::read_postal_code(test::format_of("AE"), "AE", "anything");
  CHECK(code == checks::PostalCode{PostalVerdict::unknown, "anything"});
}

TEST_CASE("real codes of GeoNames fit, whatever spelling they come in", "[postal][suites]") {
  const auto suite = test::read_json("suites/postal.geonames-real.json");
  std::size_t count = 0;
  std::set<std::string> misfits;
  for (const auto& one : suite["cases"]) {
    const std::string country = one["country"].get<std::string>();
    const std::string input = one["input"].get<std::string>();
    CAPTURE(country, input);
    const auto format = test::address_formats().find(country);
    REQUIRE(format.has_value());
    ++count;
    if (checks::read_postal_code(*format, country, input).verdict != PostalVerdict::misfits) continue;
    CHECK(one["contested"] == true);
    misfits.insert(country + " " + input);
  }
  CHECK(count == 2660);
  // Codes that GeoNames knows and the pattern does not.
  CHECK(misfits == std::set<std::string>{"GL 2412", "GU 96930"});
}

}  // namespace

#include "vestibule/checks/tax_id.hpp"

#include <set>
#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"
#include "tests/support/vectors.hpp"
#include "vestibule/text/ascii.hpp"

namespace {

using namespace vestibule;
using checks::TaxScheme;

void ok(TaxScheme scheme, std::string_view text, std::string_view canonical, std::string_view country = {}) {
  CAPTURE(text, country);
  const auto id = checks::parse_tax_id(scheme, test::ExactBlock{text}.view(), country);
  REQUIRE(id.ok());
  CHECK(id.value().text == canonical);
  CHECK(checks::parse_tax_id(scheme, canonical, country) == id);
}

void bad(TaxScheme scheme, std::string_view text, Code code, std::string_view country = {}) {
  CAPTURE(text, country);
  const auto id = checks::parse_tax_id(scheme, test::ExactBlock{text}.view(), country);
  REQUIRE_FALSE(id.ok());
  CHECK(to_string(id.error()) == to_string(code));
}

TEST_CASE("separators of every kind fall out", "[tax]") {
  for (const std::string_view text :
       {"DE136695976", "de 136 695 976", "DE-136.695/976", " DE136695976 ", "(DE) 136695976",
        "DE\xE2\x80\x91"
        "136\xE2\x88\x92"
        "695\xE2\x80\x93"
        "976"}) {
    ok(TaxScheme::eu_vat, text, "DE136695976");
  }
  for (const std::string_view text :
       {"", " ", "-", "DE136695976;", "DE136695976\n", "DE\xE2\x80", "DE\xEF\xBC\x91", "DE_1"}) {
    bad(TaxScheme::eu_vat, text, Code::tax_syntax);
  }
}

TEST_CASE("a VAT number tells its state, or is told it", "[tax]") {
  bad(TaxScheme::eu_vat, "136695976", Code::tax_country);
  ok(TaxScheme::eu_vat, "136695976", "DE136695976", "DE");
  ok(TaxScheme::eu_vat, "DE136695976", "DE136695976", "DE");
  bad(TaxScheme::eu_vat, "DE136695976", Code::tax_country, "FR");
  bad(TaxScheme::eu_vat, "DE136695976", Code::tax_country, "US");
  bad(TaxScheme::eu_vat, "GB980780684", Code::tax_country);
  ok(TaxScheme::eu_vat, "XI980780684", "XI980780684");
  bad(TaxScheme::eu_vat, "CHE109322551", Code::tax_country);
  ok(TaxScheme::eu_vat, "GR094259216", "EL094259216");
  ok(TaxScheme::eu_vat, "el 094259216", "EL094259216", "GR");
  ok(TaxScheme::eu_vat, "94259216", "EL094259216", "EL");
  CHECK(checks::parse_tax_id(TaxScheme::eu_vat, "EL094259216").value().country == "GR");
  CHECK(checks::parse_tax_id(TaxScheme::eu_vat, "XI980780684").value().country == "GB");
  CHECK(checks::parse_tax_id(TaxScheme::au_abn, "51 824 753 556").value().country == "AU");
}

TEST_CASE("a French key may look like the letters of a country", "[tax]") {
  // Keys of letters: the SIREN 303265045 with every key that fits it.
  std::set<std::string> found;
  for (const std::string_view letters :
       {"AT", "BE", "DE", "DK", "EE", "ES", "FR", "HR", "HU", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "SE", "SK"}) {
    for (const std::string_view siren : {"303265045", "552008443", "732829320", "334175221", "494887854"}) {
      const std::string number = std::string{letters} + std::string{siren};
      if (!checks::parse_tax_id(TaxScheme::eu_vat, "FR" + number).ok()) continue;
      found.insert(number);
      ok(TaxScheme::eu_vat, number, "FR" + number, "FR");
    }
  }
  CHECK_FALSE(found.empty());
}

TEST_CASE("letters and endings that say nothing more may be left out", "[tax]") {
  ok(TaxScheme::gb_vat, "980 7806 84", "GB980780684");
  ok(TaxScheme::gb_vat, "GB 980 7806 84", "GB980780684");
  ok(TaxScheme::gb_vat, "GD001", "GBGD001");
  bad(TaxScheme::gb_vat, "XI980780684", Code::tax_country);
  ok(TaxScheme::ch_vat, "CHE-107.787.577 IVA", "CHE107787577");
  ok(TaxScheme::ch_vat, "107787577 MWST", "CHE107787577");
  bad(TaxScheme::ch_vat, "CH-107.787.577", Code::tax_country);
  ok(TaxScheme::no_vat, "NO 995 525 828 MVA", "NO995525828");
  ok(TaxScheme::no_vat, "995525828", "NO995525828");
  bad(TaxScheme::gb_vat, "GB", Code::tax_syntax);
  bad(TaxScheme::ch_vat, "CHEMWST", Code::tax_syntax);
  bad(TaxScheme::no_vat, "MVA", Code::tax_syntax);
  bad(TaxScheme::eu_vat, "DE", Code::tax_syntax);
}

TEST_CASE("British numbers are of two series, branches and departments", "[tax]") {
  ok(TaxScheme::gb_vat, "GB434031494", "GB434031494");        // modulus 97
  ok(TaxScheme::gb_vat, "GB340804329", "GB340804329");        // 9755
  ok(TaxScheme::gb_vat, "GB434031494001", "GB434031494001");  // a branch
  bad(TaxScheme::gb_vat, "GB434031493", Code::tax_checksum);
  ok(TaxScheme::gb_vat, "GB000472631", "GB000472631");  // the Isle of Man's are of modulus 97 only
  bad(TaxScheme::gb_vat, "GB000472673", Code::tax_checksum);
  bad(TaxScheme::gb_vat, "GB010123456", Code::tax_syntax);
  bad(TaxScheme::gb_vat, "GB000000000", Code::tax_syntax);
  ok(TaxScheme::gb_vat, "GBGD499", "GBGD499");
  bad(TaxScheme::gb_vat, "GBGD500", Code::tax_syntax);
  ok(TaxScheme::gb_vat, "GBHA500", "GBHA500");
  bad(TaxScheme::gb_vat, "GBHA499", Code::tax_syntax);
  ok(TaxScheme::gb_vat, "GB888850116", "GB888850116");  // HA501 as the EU writes it: 501 modulo 97 is 16
}

TEST_CASE("an American number is parted after two digits, or not", "[tax]") {
  ok(TaxScheme::us_ein, "12-3456789", "123456789");
  ok(TaxScheme::us_ein, "123456789", "123456789");
  ok(TaxScheme::us_ein, " 12 3456789 ", "123456789");
  bad(TaxScheme::us_ein, "123-45-6789", Code::tax_syntax);
  bad(TaxScheme::us_ein, "12-345-6789", Code::tax_syntax);
  bad(TaxScheme::us_ein, "07-3456789", Code::tax_syntax);
  bad(TaxScheme::us_ein, "12-345678", Code::tax_syntax);
}

TEST_CASE("the other schemes of the world", "[tax]") {
  ok(TaxScheme::au_abn, "51 824 753 556", "51824753556");
  bad(TaxScheme::au_abn, "51 824 753 557", Code::tax_checksum);
  ok(TaxScheme::in_gstin, "27aapfu0939f1zv", "27AAPFU0939F1ZV");
  bad(TaxScheme::in_gstin, "27AAPFU0939F1ZW", Code::tax_checksum);
  bad(TaxScheme::in_gstin, "39AAPFU0939F1ZV", Code::tax_syntax);  // no such state
  bad(TaxScheme::in_gstin, "27AAPXU0939F1ZV", Code::tax_syntax);  // no such kind of holder
  ok(TaxScheme::br_cnpj, "16.727.230/0001-97", "16727230000197");
  ok(TaxScheme::br_cnpj, "12.abc.345/01de-35", "12ABC34501DE35");
  bad(TaxScheme::br_cnpj, "12.ABC.345/01DE-36", Code::tax_checksum);
  bad(TaxScheme::br_cnpj, "12.ABC.345/01DE-3A", Code::tax_syntax);
  bad(TaxScheme::br_cnpj, "00000000000000", Code::tax_syntax);
  ok(TaxScheme::ca_bn, "12302 6635", "123026635");
  ok(TaxScheme::ca_bn, "123026635 RT 0001", "123026635RT0001");
  bad(TaxScheme::ca_bn, "123026636", Code::tax_checksum);
  bad(TaxScheme::ca_bn, "123026635 XX 0001", Code::tax_syntax);
}

TEST_CASE("a tax number has 64 bytes and 24 characters", "[tax][limit]") {
  ok(TaxScheme::us_ein, std::string(55, ' ') + "123456789", "123456789");
  bad(TaxScheme::us_ein, std::string(56, ' ') + "123456789", Code::tax_syntax);
  bad(TaxScheme::br_cnpj, std::string(24, '1'), Code::tax_syntax);
  bad(TaxScheme::br_cnpj, std::string(25, '1'), Code::tax_syntax);
  bad(TaxScheme::eu_vat, "D", Code::tax_country);
}

TEST_CASE("every scheme is found by its name", "[tax]") {
  for (std::size_t i = 0; i < checks::tax_scheme_count; ++i) {
    const auto scheme = static_cast<TaxScheme>(i);
    CHECK(checks::find_tax_scheme(checks::name_of(scheme)) == scheme);
  }
  CHECK_FALSE(checks::find_tax_scheme("").has_value());
  CHECK_FALSE(checks::find_tax_scheme("EU_VAT").has_value());
}

// The forms without a check digit, where a wrong digit cannot be seen.
bool has_check_digit(const std::string& number) {
  return !number.starts_with("GD") && !number.starts_with("HA") && number.size() > 5;
}

TEST_CASE("one wrong digit is seen in nearly every number of a suite", "[tax][property]") {
  std::size_t changed = 0;
  std::size_t seen = 0;
  for (const test::SuiteCase& one : test::load_suite("tax.jsvat")) {
    const auto id = checks::parse_tax_id(TaxScheme::eu_vat, one.input);
    if (!id || !has_check_digit(id.value().text.substr(2))) continue;
    const std::string& number = id.value().text;
    for (std::size_t at = 2; at < number.size(); ++at) {
      if (!text::is_digit(number[at])) continue;
      std::string wrong = number;
      wrong[at] = wrong[at] == '9' ? '0' : static_cast<char>(wrong[at] + 1);
      ++changed;
      if (!checks::parse_tax_id(TaxScheme::eu_vat, wrong).ok()) ++seen;
    }
  }
  CHECK(changed > 10'000);
  CHECK(seen * 100 >= changed * 97);
}

}  // namespace

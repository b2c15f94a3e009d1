#include "suite_tax.hpp"

#include <map>
#include <optional>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"
#include "vestibule/checks/date.hpp"
#include "vestibule/checks/tax_id.hpp"

namespace vestibule::test {
namespace {

using checks::TaxScheme;

struct Use {
  TaxScheme scheme;
  std::string_view country{};
};

// How a suite's scheme is called here; those that are not listed are of countries or registers that have no scheme.
const std::map<std::string_view, Use> uses = {
    {"at/uid", {TaxScheme::eu_vat, "AT"}}, {"be/vat", {TaxScheme::eu_vat, "BE"}},
    {"bg/vat", {TaxScheme::eu_vat, "BG"}}, {"cy/vat", {TaxScheme::eu_vat, "CY"}},
    {"cz/dic", {TaxScheme::eu_vat, "CZ"}}, {"de/vat", {TaxScheme::eu_vat, "DE"}},
    {"dk/cvr", {TaxScheme::eu_vat, "DK"}}, {"ee/kmkr", {TaxScheme::eu_vat, "EE"}},
    {"es/cif", {TaxScheme::eu_vat, "ES"}}, {"es/nif", {TaxScheme::eu_vat, "ES"}},
    {"fi/alv", {TaxScheme::eu_vat, "FI"}}, {"fi/ytunnus", {TaxScheme::eu_vat, "FI"}},
    {"fr/tva", {TaxScheme::eu_vat, "FR"}}, {"gr/vat", {TaxScheme::eu_vat, "GR"}},
    {"hr/oib", {TaxScheme::eu_vat, "HR"}}, {"hu/anum", {TaxScheme::eu_vat, "HU"}},
    {"ie/vat", {TaxScheme::eu_vat, "IE"}}, {"it/iva", {TaxScheme::eu_vat, "IT"}},
    {"lt/pvm", {TaxScheme::eu_vat, "LT"}}, {"lu/tva", {TaxScheme::eu_vat, "LU"}},
    {"lv/pvn", {TaxScheme::eu_vat, "LV"}}, {"mt/vat", {TaxScheme::eu_vat, "MT"}},
    {"nl/btw", {TaxScheme::eu_vat, "NL"}}, {"pl/nip", {TaxScheme::eu_vat, "PL"}},
    {"pt/nif", {TaxScheme::eu_vat, "PT"}}, {"ro/cif", {TaxScheme::eu_vat, "RO"}},
    {"ro/cui", {TaxScheme::eu_vat, "RO"}}, {"se/vat", {TaxScheme::eu_vat, "SE"}},
    {"si/ddv", {TaxScheme::eu_vat, "SI"}}, {"sk/dph", {TaxScheme::eu_vat, "SK"}},
    {"mc/tva", {TaxScheme::eu_vat, "FR"}}, {"gb/vat", {TaxScheme::gb_vat}},
    {"ch/uid", {TaxScheme::ch_vat}},       {"ch/vat", {TaxScheme::ch_vat}},
    {"no/mva", {TaxScheme::no_vat}},       {"no/orgnr", {TaxScheme::no_vat}},
    {"us/ein", {TaxScheme::us_ein}},       {"au/abn", {TaxScheme::au_abn}},
    {"in/gstin", {TaxScheme::in_gstin}},   {"br/cnpj", {TaxScheme::br_cnpj}},
    {"ca/bn", {TaxScheme::ca_bn}},         {"ca/gst", {TaxScheme::ca_bn}},
};

// Countries whose numbers have a scheme that is not eu_vat; a number of any other country is asked of eu_vat.
const std::map<std::string_view, TaxScheme> own_scheme = {
    {"GB", TaxScheme::gb_vat}, {"CH", TaxScheme::ch_vat}, {"NO", TaxScheme::no_vat}, {"BR", TaxScheme::br_cnpj}};

// Countries that have none, though the suite has them.
constexpr std::string_view without_scheme[] = {"AD", "RS", "RU"};

std::optional<Use> use_of(const SuiteCase& one) {
  if (one.scheme == "vat") {
    for (const std::string_view country : without_scheme) {
      if (one.country == country) return std::nullopt;
    }
    const auto own = own_scheme.find(one.country);
    return Use{own == own_scheme.end() ? TaxScheme::eu_vat : own->second};
  }
  const auto found = uses.find(one.scheme);
  if (found == uses.end()) return std::nullopt;
  return found->second;
}

}  // namespace

bool accepts_tax_id(const SuiteCase& one) {
  const auto use = use_of(one);
  if (!use) return one.valid.value_or(false);
  const ExactBlock text{one.input};
  const auto id = checks::parse_tax_id(use->scheme, text.view(), use->country);
  if (!id) return false;
  CHECK(checks::parse_tax_id(use->scheme, id.value().text, use->country) == id);  // canonical is accepted unchanged
  return true;
}

bool accepts_date(const SuiteCase& one) {
  const bool day = one.kind == "date" || one.kind == "date-local" || one.kind == "local-date";
  const bool time = one.kind == "time" || one.kind == "time-local" || one.kind == "local-time";
  const ExactBlock text{(time ? "2016-06-15T" : "") + one.input};
  return day ? checks::parse_date(text.view()).ok() : checks::parse_date_time(text.view()).ok();
}

}  // namespace vestibule::test

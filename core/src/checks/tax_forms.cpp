#include "tax_forms.hpp"

#include <algorithm>
#include <array>

namespace vestibule::checks {
namespace {

// EU: structures as the Commission lists them for VIES (https://ec.europa.eu/taxation_customs/vies, FAQ 11), check digits
// as in its "VIES - VAT number construction rules" and "TIN algorithms - public". Others are named in their row.
// A weight of the last digit that makes a sum 0 is minus one: A modulo 11.
constexpr auto forms = std::to_array<TaxForm>({
    {"AT", "Udddddddd", TaxRule::at},
    // Australian Business Register, "Format of the ABN": one less in the first digit, then a sum of 0 modulo 89.
    {"AU", "ndddddddddd", TaxRule::sum, "A13579BDFHJ", 89, 10},
    // Royal decree of 24 June 2003: 0 or 1 and nine digits; the first of those was never 0 before the series of 1 (2023).
    {"BE", "0ndddddddd", TaxRule::be, {}, 0, 0, 1},
    {"BE", "1ddddddddd", TaxRule::be},
    {"BG", "ddddddddd", TaxRule::two_sums, "123456783456789A"},
    {"BG", "dddddddddd", TaxRule::bg},
    // Instrucao Normativa RFB 2229/2024; Serpro, "Calculo dos digitos verificadores do CNPJ alfanumerico".
    {"BR", "wwwwwwwwwwwwdd", TaxRule::br},
    // Canada Revenue Agency: nine digits, and a program account of two letters and four digits.
    {"CA", "ddddddddd", TaxRule::luhn, {}, 10, 9},
    {"CA", "dddddddddRadddd", TaxRule::luhn, {}, 10, 9},
    // eCH-0097 and eCH-0108: modulo 11 of 5,4,3,2,7,6,5,4.
    {"CH", "ddddddddd", TaxRule::sum, "543276541", 11},
    {"CY", "dddddddda", TaxRule::cy},
    {"CZ", "dddddddd", TaxRule::digit, "3456789", 0, 1},  // eleven minus 8 to 2
    {"CZ", "6dddddddd", TaxRule::cz_special},
    {"CZ", "ddddddddd", TaxRule::cz_birth},
    {"CZ", "dddddddddd", TaxRule::cz_birth},
    {"DE", "ndddddddd", TaxRule::iso_11_10},
    {"DK", "nddddddd", TaxRule::sum, "27654321", 11},
    {"EE", "ddddddddd", TaxRule::sum, "371371371", 10},
    {"EL", "ddddddddd", TaxRule::digit, "379A5842", 0, 0, 1},  // powers of two, modulo 11
    {"ES", "dddddddda", TaxRule::es},
    {"ES", "adddddddw", TaxRule::es},
    {"FI", "dddddddd", TaxRule::sum, "79A58421", 11},
    {"FR", "wwddddddddd", TaxRule::fr},
    // HM Revenue & Customs: traders, branches, government departments, health authorities.
    {"GB", "ddddddddd", TaxRule::gb},
    {"GB", "dddddddddddd", TaxRule::gb},
    {"GB", "GDddd", TaxRule::gd},
    {"GB", "HAddd", TaxRule::ha},
    {"HR", "ddddddddddd", TaxRule::iso_11_10},
    {"HU", "nddddddd", TaxRule::sum, "97319731", 10},
    {"IE", "ddddddda", TaxRule::ie},
    {"IE", "dsddddda", TaxRule::ie},
    {"IE", "dddddddaa", TaxRule::ie},
    // GSTN: state, PAN of the Income Tax Act section 139A (or the TAN of a department), number of the registration, kind.
    {"IN", "ddaaaaaddddawww", TaxRule::in, {}, 36, 15},
    {"IN", "ddaaaadddddadZw", TaxRule::luhn, {}, 36, 15},
    {"IT", "ddddddddddd", TaxRule::it},
    {"LT", "ddddddd1d", TaxRule::two_sums, "1234567834567891"},
    {"LT", "dddddddddd1d", TaxRule::two_sums, "1234567891234567891234"},
    {"LU", "dddddddd", TaxRule::lu},
    {"LV", "ddddddddddd", TaxRule::lv},
    {"MT", "nddddddd", TaxRule::sum, "346789A1", 37},
    {"NL", "dddddddddBdd", TaxRule::nl, {}, 0, 0, 2},
    // Bronnoysund Register Centre: modulo 11 of 3,2,7,6,5,4,3,2.
    {"NO", "ddddddddd", TaxRule::sum, "327654321", 11},
    {"PL", "dddddddddd", TaxRule::sum, "657234567A", 11},
    {"PT", "ndddddddd", TaxRule::digit, "23456789"},    // eleven minus 9 to 2
    {"RO", "nd????????", TaxRule::digit, "4689A4689"},  // ten times 7,5,3,2,1,7,5,3,2, modulo 11
    {"SE", "dddddddddddd", TaxRule::se},
    {"SI", "nddddddd", TaxRule::digit, "3456789", 0, 10},  // eleven minus 8 to 2; what leaves 0 is not given
    {"SK", "ndkddddddd", TaxRule::sum, "A1A1A1A1A1", 11},  // divisible by eleven
    // Internal Revenue Service, "Valid EINs".
    {"US", "ddddddddd", TaxRule::us},
});

// The 27 and Northern Ireland.
constexpr std::string_view member_states = "ATBEBGCYCZDEDKEEELESFIFRHRHUIEITLTLULVMTNLPLPTROSESISKXI";

constexpr bool sorted_by_country() {
  return std::is_sorted(forms.begin(), forms.end(),
                        [](const TaxForm& a, const TaxForm& b) { return a.country < b.country; });
}
static_assert(sorted_by_country(), "the forms of a country stand together");

}  // namespace

std::span<const TaxForm> tax_forms(std::string_view country) {
  if (country == "XI") country = "GB";
  const auto first =
      std::find_if(forms.begin(), forms.end(), [&](const TaxForm& one) { return one.country == country; });
  const auto last = std::find_if(first, forms.end(), [&](const TaxForm& one) { return one.country != country; });
  return {first, last};
}

std::string_view find_member_state(std::string_view prefix) {
  if (prefix == "GR") prefix = "EL";
  if (prefix.size() != 2) return {};
  for (std::size_t i = 0; i < member_states.size(); i += 2) {
    if (member_states.substr(i, 2) == prefix) return member_states.substr(i, 2);
  }
  return {};
}

}  // namespace vestibule::checks

/// Tax numbers of businesses, with the check digits their countries publish: a number that passes is well formed; whether
/// it was ever given to anybody only the tax office knows.
/// Depends on: result, code.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "vestibule/code.hpp"
#include "vestibule/result.hpp"

namespace vestibule::checks {

enum class TaxScheme : std::uint8_t {
  eu_vat,    ///< VAT of the member states and of Northern Ireland (XI); starts with the letters of the state
  gb_vat,    ///< VAT of the United Kingdom; "GB" may be left out
  ch_vat,    ///< UID of Switzerland; "CHE" and the ending MWST, TVA or IVA may be left out
  no_vat,    ///< VAT of Norway; "NO" and the ending MVA may be left out
  us_ein,    ///< Employer Identification Number
  au_abn,    ///< Australian Business Number
  in_gstin,  ///< Goods and Services Tax Identification Number of India
  br_cnpj,   ///< Cadastro Nacional da Pessoa Juridica of Brazil, also with letters (since July 2026)
  ca_bn,     ///< Business Number of Canada, with or without a program account (RT 0001)
};

inline constexpr std::size_t tax_scheme_count = 9;

/// "eu_vat"; the names profiles use.
[[nodiscard]] std::string_view name_of(TaxScheme scheme);
[[nodiscard]] std::optional<TaxScheme> find_tax_scheme(std::string_view name);

struct TaxId {
  std::string text;  ///< canonical: no separators, upper case; VAT and UID start with their letters
  std::string_view
      country;  ///< that gave it, as alpha-2: GR where the number says EL, GB where it says XI; lives forever

  friend bool operator==(const TaxId&, const TaxId&) = default;
};

/// Parses one tax number of a scheme.
///
/// Input    UTF-8. Spaces, "-", ".", "/", "(", ")" and the dashes U+2010 to U+2015 and U+2212 fall out.
///          `country`, of eu_vat only: the one state whose numbers are accepted, as ISO 3166 or VIES writes it (GR or EL);
///          its letters may then be left out. "" accepts every state, told by its letters.
/// Output   zeros that used to be left out in front are there: BE 9 to 10 digits, EL 8 to 9, NL 7 or 8 to 9
/// Limits   64 bytes
/// Errors   tax.country (the letters in front are missing or of another country), tax.syntax (length or characters),
///          tax.checksum; the last two in this order
/// Cost     linear in the text, then a fixed number of steps; a few allocations of short strings
/// Source   checks/tax_forms.cpp names it beside every country
/// Vectors  tests/vectors/tax-id.json
[[nodiscard]] Result<TaxId, Code> parse_tax_id(TaxScheme scheme, std::string_view text, std::string_view country = {});

}  // namespace vestibule::checks

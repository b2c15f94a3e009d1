// What the tax numbers of each country look like, as a table. Internal to checks.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace vestibule::checks {

// How the check digits of a form are judged. A rule named after a country is that country's own; see tax_rules.cpp.
enum class TaxRule : std::uint8_t {
  sum,    // the weighted sum is `target` modulo `modulus`
  digit,  // the weighted sum of all but the last, modulo 11 and then 10, is the last digit; where it is 0, `target` is
  two_sums,   // the same, with the second half of the weights where the first half leaves 10
  luhn,       // the first `target` characters have a Luhn sum of 0 to base `modulus`
  iso_11_10,  // ISO 7064 MOD 11,10
  at,
  be,
  bg,
  br,
  cy,
  cz_birth,
  cz_special,
  es,
  fr,
  gb,
  gd,
  ha,
  ie,
  in,
  it,
  lu,
  lv,
  nl,
  se,
  us,
};

// Patterns: d digit, n digit but 0, a letter, w letter or digit, s letter or "+" or "*", k one of 234789, ? digit that may
// be missing (at the end only); any other character is itself.
struct TaxForm {
  std::string_view country;
  std::string_view pattern;
  TaxRule rule = TaxRule::sum;
  std::string_view weights{};  // base 36; of two_sums both, one after the other
  std::uint8_t modulus = 0;
  std::uint8_t target = 0;
  std::uint8_t pad = 0;  // how many zeros in front people may have left out
};

// The forms of a country, in the order they are tried; none when there is no such country.
[[nodiscard]] std::span<const TaxForm> tax_forms(std::string_view country);

// The letters of a member state by themselves, or by its ISO code (GR for EL); "" when it is none. Lives forever.
[[nodiscard]] std::string_view find_member_state(std::string_view prefix);

enum class TaxVerdict : std::uint8_t { passes, not_of_this_kind, wrong_check_digit };

// Judges a number whose characters are those of the pattern.
[[nodiscard]] TaxVerdict judge_tax_number(const TaxForm& form, std::string_view number);

}  // namespace vestibule::checks

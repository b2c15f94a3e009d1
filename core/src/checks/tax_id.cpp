#include "vestibule/checks/tax_id.hpp"

#include <algorithm>
#include <array>

#include "tax_forms.hpp"
#include "vestibule/text/ascii.hpp"

namespace vestibule::checks {
namespace {

constexpr std::size_t most_bytes = 64;
constexpr std::uint32_t ein_parts = 1U << 0 | 1U << 2 | 1U << 9;  // 12-3456789, and spaces around it
constexpr std::size_t most_kept = 24;  // the longest, of Brazil and India, are 15; a prefix and an ending fit

struct Scheme {
  std::string_view name;
  std::string_view country;
  std::string_view prefix;      // may be typed, and is part of the canonical text
  std::string_view endings[4];  // may be typed, and is not: it says the same in the language of the writer
};

constexpr auto schemes = std::to_array<Scheme>({
    {"eu_vat", "", "", {}},
    {"gb_vat", "GB", "GB", {}},
    {"ch_vat", "CH", "CHE", {"MWST", "TVA", "IVA", "TPV"}},
    {"no_vat", "NO", "NO", {"MVA"}},
    {"us_ein", "US", "", {}},
    {"au_abn", "AU", "", {}},
    {"in_gstin", "IN", "", {}},
    {"br_cnpj", "BR", "", {}},
    {"ca_bn", "CA", "", {}},
});
static_assert(schemes.size() == tax_scheme_count, "one row per scheme");

// What is left of a text without its separators, in upper case.
struct Kept {
  std::array<char, most_kept> bytes{};
  std::size_t size = 0;
  std::uint32_t parted = 0;  // bit i: a separator stood behind i of the characters
  bool good = false;

  [[nodiscard]] std::string_view view() const { return {bytes.data(), size}; }
};

// The size of a separator at the start of `text`; 0 when there is none. U+2010 to U+2015 are E2 80 90 to E2 80 95, U+2212
// is E2 88 92.
std::size_t separator_size(std::string_view text) {
  constexpr std::string_view ascii = " -./()";
  if (ascii.find(text.front()) != std::string_view::npos) return 1;
  if (text.starts_with("\xE2\x88\x92")) return 3;
  const bool hyphen = text.starts_with("\xE2\x80") && text.size() > 2 && text[2] >= '\x90' && text[2] <= '\x95';
  return hyphen ? 3 : 0;
}

Kept keep(std::string_view text) {
  Kept kept;
  if (text.size() > most_bytes) return kept;
  while (!text.empty()) {
    if (const std::size_t size = separator_size(text); size > 0) {
      kept.parted |= 1U << kept.size;
      text.remove_prefix(size);
      continue;
    }
    const char c = text::to_upper(text.front());
    if (!(text::is_alnum(c) || c == '+' || c == '*') || kept.size == most_kept) return kept;
    kept.bytes[kept.size++] = c;
    text.remove_prefix(1);
  }
  kept.good = kept.size > 0;
  return kept;
}

bool fits_class(char c, char wanted) {
  switch (wanted) {
    case 'd': return text::is_digit(c);
    case 'n': return text::is_digit(c) && c != '0';
    case 'k': return std::string_view{"234789"}.find(c) != std::string_view::npos;
    case 'a': return text::is_alpha(c);
    case 'w': return text::is_alnum(c);
    case 's': return text::is_alpha(c) || c == '+' || c == '*';
    case '?': return text::is_digit(c);
    default: return c == wanted;
  }
}

bool fits(std::string_view number, std::string_view pattern) {
  if (number.size() > pattern.size()) return false;
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (!fits_class(number[i], pattern[i])) return false;
  }
  return number.size() == pattern.size() || pattern[number.size()] == '?';
}

// A number as it is stored: what it starts with, zeros that were left out, and what was typed.
struct Written {
  std::array<char, most_kept + 8> bytes{};
  std::size_t size = 0;
  std::string_view country;

  void append(std::string_view text) { size += text.copy(bytes.data() + size, bytes.size() - size); }
  [[nodiscard]] std::string_view view() const { return {bytes.data(), size}; }
};

using Problem = std::optional<Code>;

// Judges a number, without its prefix, by every form of the country.
Problem judge(std::string_view country, std::string_view prefix, std::string_view number, Written& written) {
  Problem problem = Code::tax_syntax;
  for (const TaxForm& form : tax_forms(country)) {
    const std::size_t missing = form.pattern.size() - std::min(form.pattern.size(), number.size());
    written.size = 0;
    written.append(prefix);
    if (missing <= form.pad) written.append(std::string_view{"00"}.substr(0, missing));
    written.append(number);
    const std::string_view whole = written.view().substr(prefix.size());
    if (!fits(whole, form.pattern)) continue;
    written.country = form.country;
    const TaxVerdict verdict = judge_tax_number(form, whole);
    if (verdict == TaxVerdict::passes) return std::nullopt;
    if (verdict == TaxVerdict::wrong_check_digit) problem = Code::tax_checksum;
  }
  return problem;
}

Problem judge_eu(std::string_view text, std::string_view country, Written& written) {
  const std::string_view typed = find_member_state(text.substr(0, 2));
  std::string_view own = typed;
  if (!country.empty()) {
    own = find_member_state(country);
    // A key of France may look like letters of a country: only what is no number as a whole has them in front.
    const Problem whole = own.empty() ? Code::tax_country : judge(own, own, text, written);
    if (own.empty() || !whole || typed.empty()) return whole;
  }
  if (own.empty() || typed != own) return Code::tax_country;
  return judge(own, own, text.substr(2), written);
}

Problem judge_other(const Scheme& scheme, std::string_view number, Written& written) {
  const bool prefixed = number.starts_with(scheme.prefix);
  if (prefixed) number.remove_prefix(scheme.prefix.size());
  for (const std::string_view ending : scheme.endings) {
    if (ending.empty() || !number.ends_with(ending)) continue;
    number.remove_suffix(ending.size());
    break;
  }
  const Problem problem = judge(scheme.country, scheme.prefix, number, written);
  const bool letter = !number.empty() && text::is_alpha(number.front());
  return problem && !prefixed && letter ? Code::tax_country : problem;
}

}  // namespace

std::string_view name_of(TaxScheme scheme) { return schemes[static_cast<std::size_t>(scheme)].name; }

std::optional<TaxScheme> find_tax_scheme(std::string_view name) {
  for (std::size_t i = 0; i < schemes.size(); ++i) {
    if (schemes[i].name == name) return static_cast<TaxScheme>(i);
  }
  return std::nullopt;
}

Result<TaxId, Code> parse_tax_id(TaxScheme scheme, std::string_view text, std::string_view country) {
  const Kept kept = keep(text);
  // Parted after three digits it is the number of a person, which nobody should have.
  const bool person = scheme == TaxScheme::us_ein && (kept.parted & ~ein_parts) != 0;
  if (!kept.good || person) return Code::tax_syntax;
  Written written;
  const Problem problem = scheme == TaxScheme::eu_vat
                              ? judge_eu(kept.view(), country, written)
                              : judge_other(schemes[static_cast<std::size_t>(scheme)], kept.view(), written);
  if (problem) return *problem;
  return TaxId{std::string{written.view()}, written.country == "EL" ? "GR" : written.country};
}

}  // namespace vestibule::checks

// The rules of tax numbers, by the table of tax_forms.cpp. Long because every country has one of its own; each is short.
#include <algorithm>

#include "tax_forms.hpp"
#include "vestibule/checks/checksum.hpp"
#include "vestibule/checks/date.hpp"
#include "vestibule/text/ascii.hpp"

namespace vestibule::checks {
namespace {

using enum TaxVerdict;
using Number = std::string_view;

TaxVerdict right_if(bool right) { return right ? passes : wrong_check_digit; }

// The number that some of the digits write.
unsigned part(Number number, std::size_t at, std::size_t size = Number::npos) {
  return remainder(number.substr(at, size), 1'000'000'000);
}

unsigned last_of(Number number) { return base36(number.back()); }
Number all_but_last(Number number) { return number.substr(0, number.size() - 1); }

bool contains(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }
bool only_zeros(Number number) { return number.find_first_not_of('0') == Number::npos; }

bool is_day(unsigned year, unsigned month, unsigned day) { return day >= 1 && day <= days_in_month(year, month); }

// The last digit where the first leaves 0 to 10: 10 is written 0.
TaxVerdict digit(Number number, std::string_view weights, unsigned of_zero) {
  const unsigned rest = weighted_sum(all_but_last(number), weights) % 11;
  return right_if(last_of(number) == (rest == 0 ? of_zero : rest % 10));
}

TaxVerdict two_sums(Number number, std::string_view weights) {
  const std::size_t half = weights.size() / 2;
  unsigned rest = weighted_sum(all_but_last(number), weights.substr(0, half)) % 11;
  if (rest == 10) rest = weighted_sum(all_but_last(number), weights.substr(half)) % 11;
  return right_if(last_of(number) == rest % 10);
}

TaxVerdict luhn_of(const TaxForm& form, Number number) {
  return only_zeros(number) ? not_of_this_kind : right_if(luhn(number, form.modulus) == 0);
}

// Luhn, but for where it starts to double and for the sum, which is 6.
TaxVerdict austria(Number number) {
  number.remove_prefix(1);
  return right_if((luhn(all_but_last(number)) + last_of(number)) % 10 == 6);
}

TaxVerdict belgium(Number number) { return right_if(remainder(number.substr(0, 8), 97) + part(number, 8) == 97); }

// A citizen's number with the day of birth (1800s: month + 20, 2000s: + 40), a foreigner's, or another's.
TaxVerdict bulgaria(Number number) {
  const unsigned month = part(number, 2, 2);
  const unsigned century = month > 40 ? 2000 : (month > 20 ? 1800 : 1900);
  const bool born = is_day(century + part(number, 0, 2), month % 20, part(number, 4, 2));
  if (born && digit(number, "2485A9736", 0) == passes) return passes;
  return right_if(weighted_sum(number, "LJHDB97319") % 10 == 0 || weighted_sum(number, "4327654321") % 11 == 0);
}

// Two check digits modulo 11; a character counts what it stands behind "0" in ASCII, so A is 17.
TaxVerdict brazil(Number number) {
  if (only_zeros(number.substr(0, 12))) return not_of_this_kind;
  for (std::size_t size = 12; size < 14; ++size) {
    unsigned sum = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const auto weight = static_cast<unsigned>((size - 1 - i) % 8 + 2);
      sum += weight * static_cast<unsigned>(number[i] - '0');
    }
    const unsigned rest = sum % 11;
    if (base36(number[size]) != (rest < 2 ? 0 : 11 - rest)) return wrong_check_digit;
  }
  return passes;
}

// Numbers that begin with 12 are kept free.
TaxVerdict cyprus(Number number) {
  if (number.starts_with("12")) return not_of_this_kind;
  constexpr std::uint8_t odd[] = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
  unsigned sum = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    const unsigned value = base36(number[i]);
    sum += i % 2 == 0 ? odd[value] : value;
  }
  return right_if(number.back() == static_cast<char>('A' + sum % 26));
}

// A birth number: year, month (women + 50, and + 20 once a day had run out of numbers), day; nine digits until 1953.
TaxVerdict czech_birth(Number number) {
  const bool old = number.size() == 9;
  const unsigned of_century = part(number, 0, 2);
  const unsigned year = of_century + (old ? (of_century < 54 ? 1900 : 1800) : (of_century < 54 ? 2000 : 1900));
  const unsigned month = part(number, 2, 2) % 50;
  if (!is_day(year, month > 20 ? month - 20 : month, part(number, 4, 2))) return not_of_this_kind;
  if (old) return passes;  // these have no check digit
  const unsigned rest = remainder(all_but_last(number), 11);
  return right_if(last_of(number) == (year < 1985 ? rest % 10 : rest));
}

TaxVerdict czech_special(Number number) {
  return right_if(last_of(number) == (weighted_sum(all_but_last(number), "8765432") % 11 + 8) % 10);
}

// Persons: a letter for the number modulo 23. Entities: Luhn, whose digit some write as a letter (A is 1, J is 0);
// Orden EHA/451/2008 says which.
TaxVerdict spain(Number number) {
  constexpr std::string_view person_letters = "TRWAGMYFPDXBNJZSQVHLCKE";
  const char first = number.front();
  const char last = number.back();
  const unsigned seven = part(number, 1, 7);
  if (text::is_digit(first)) return right_if(last == person_letters[part(number, 0, 8) % 23]);
  if (contains("KLM", first)) return right_if(last == person_letters[seven % 23]);
  if (contains("XYZ", first)) {
    const unsigned value = static_cast<unsigned>(first - 'X') * 10'000'000 + seven;
    return right_if(last == person_letters[value % 23]);
  }
  const bool letter = text::is_alpha(last);
  if (!contains(letter ? "ABCDEFGHNPQRSW" : "ABCDEFGHJUV", first) || last > 'J') return not_of_this_kind;
  const unsigned check = letter ? static_cast<unsigned>(last - 'A' + 1) % 10 : base36(last);
  // What Luhn makes of the seven with the check digit behind them: the seven with a 0 there, and the digit.
  unsigned sum = check;
  for (std::size_t i = 1; i <= 7; ++i) {
    const unsigned value = base36(number[i]) * (i % 2 == 1 ? 2 : 1);
    sum += value / 10 + value % 10;
  }
  return right_if(sum % 10 == 0);
}

// A key of two characters before the number of the firm (SIREN), which is Luhn's but for those of Monaco (000...).
TaxVerdict france(Number number) {
  constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  const std::size_t first = alphabet.find(number[0]);
  const std::size_t second = alphabet.find(number[1]);
  if (first == std::string_view::npos || second == std::string_view::npos) return not_of_this_kind;
  const Number siren = number.substr(2);
  if (only_zeros(siren)) return not_of_this_kind;
  if (!siren.starts_with("000") && luhn(siren) != 0) return wrong_check_digit;
  if (first < 10 && second < 10) return right_if((remainder(siren, 97) * 100 + 12) % 97 == first * 10 + second);
  const std::size_t key = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100;
  return right_if((remainder(siren, 11) + 1 + key / 11) % 11 == key % 11);
}

// Modulus 97, or since 2010 "9755" from 100 on; 01 to 09 in front are numbers of other taxes, 00 the Isle of Man's. Behind
// 8888 stands the number of a department, as the EU writes it. A branch has three more digits.
TaxVerdict britain(Number number) {
  const Number nine = number.substr(0, 9);
  if (only_zeros(nine.substr(0, 7)) || (nine[0] == '0' && nine[1] != '0')) return not_of_this_kind;
  const unsigned check = part(nine, 7);
  if (nine.starts_with("8888") && part(nine, 4, 3) % 97 == check) return passes;
  const unsigned rest = weighted_sum(nine, "8765432A1") % 97;
  return right_if(check <= 97 && (rest == 0 || (rest == 42 && nine[0] != '0')));
}

TaxVerdict department(Number number, bool health) {
  return (part(number, 2) >= 500) == health ? passes : not_of_this_kind;
}

// 1234567X and 1234567XA, and as it was before: 1X23456Y, the first digit counting last.
TaxVerdict ireland(Number number) {
  constexpr std::string_view letters = "WABCDEFGHIJKLMNOPQRSTUV";
  const bool old = !text::is_digit(number[1]);
  unsigned sum = old ? weighted_sum(number.substr(2, 5), "76543") + 2 * base36(number[0])
                     : weighted_sum(number.substr(0, 7), "8765432");
  if (number.size() == 9) {
    const std::size_t second = letters.find(number[8]);
    if (second > 9) return not_of_this_kind;  // W, and A to I
    sum += 9 * static_cast<unsigned>(second);
  }
  return right_if(number[7] == letters[sum % 23]);
}

// State, PAN with the letter of its holder's kind, number of the registration, kind of taxpayer.
TaxVerdict india(const TaxForm& form, Number number) {
  const unsigned state = part(number, 0, 2);
  const bool known = (state >= 1 && state <= 38) || state == 97;
  const char kind = number[13];
  if (!known || !contains("ABCEFGHJKLPT", number[5]) || number[12] == '0') return not_of_this_kind;
  if (kind == '0' || (kind > 'J' && kind != 'Z')) return not_of_this_kind;
  return right_if(luhn(number, form.modulus) == 0);
}

// Seven digits, the office that gave them, Luhn.
TaxVerdict italy(Number number) {
  const unsigned office = part(number, 7, 3);
  const bool known = (office >= 1 && office <= 100) || office == 120 || office == 121 || office == 888 || office == 999;
  if (!known || only_zeros(number.substr(0, 7))) return not_of_this_kind;
  return right_if(luhn(number) == 0);
}

// A firm; a person without a day of birth in the number (32, since 2017); a person with one and the century behind it.
TaxVerdict latvia(Number number) {
  if (number[0] > '3') return right_if(weighted_sum(number, "91483A25761") % 11 == 3);
  if (!number.starts_with("32")) {
    const unsigned year = 1800 + base36(number[6]) * 100 + part(number, 4, 2);
    if (!is_day(year, part(number, 2, 2), part(number, 0, 2))) return not_of_this_kind;
  }
  return right_if((1 + weighted_sum(all_but_last(number), "A584216379")) % 11 % 10 == last_of(number));
}

TaxVerdict luxembourg(Number number) { return right_if(remainder(number.substr(0, 6), 89) == part(number, 6)); }

// Firms: the eleven test of their number. One-man businesses since 2020: modulo 97 of it all, with the letters in front.
TaxVerdict netherlands(Number number) {
  if (only_zeros(number.substr(0, 9)) || number.ends_with("00")) return not_of_this_kind;
  if (weighted_sum(number.substr(0, 9), "98765432A") % 11 == 0) return passes;
  char whole[14] = {'N', 'L'};
  std::copy(number.begin(), number.end(), whole + 2);
  return right_if(iso7064_mod_97_10({whole, sizeof whole}) == 1);
}

// The number of the organisation or person, and 01 to 94.
TaxVerdict sweden(Number number) {
  const unsigned suffix = part(number, 10);
  if (suffix < 1 || suffix > 94 || only_zeros(number.substr(0, 10))) return not_of_this_kind;
  return right_if(luhn(number.substr(0, 10)) == 0);
}

// There is no check digit; of the first two digits these were never given.
TaxVerdict united_states(Number number) {
  constexpr std::string_view unused = "0007080917181928294969707879899697";
  for (std::size_t i = 0; i < unused.size(); i += 2) {
    if (number.starts_with(unused.substr(i, 2))) return not_of_this_kind;
  }
  return only_zeros(number.substr(2)) ? not_of_this_kind : passes;
}

}  // namespace

TaxVerdict judge_tax_number(const TaxForm& form, std::string_view number) {
  // Zeros pass most sums, and are nobody's number.
  if (number.find_first_of("123456789") == Number::npos) return not_of_this_kind;
  switch (form.rule) {
    case TaxRule::sum: return right_if(weighted_sum(number, form.weights) % form.modulus == form.target);
    case TaxRule::digit: return digit(number, form.weights, form.target);
    case TaxRule::two_sums: return two_sums(number, form.weights);
    case TaxRule::luhn: return luhn_of(form, number.substr(0, form.target));
    case TaxRule::iso_11_10: return right_if(iso7064_mod_11_10(number) == 1);
    case TaxRule::at: return austria(number);
    case TaxRule::be: return belgium(number);
    case TaxRule::bg: return bulgaria(number);
    case TaxRule::br: return brazil(number);
    case TaxRule::cy: return cyprus(number);
    case TaxRule::cz_birth: return czech_birth(number);
    case TaxRule::cz_special: return czech_special(number);
    case TaxRule::es: return spain(number);
    case TaxRule::fr: return france(number);
    case TaxRule::gb: return britain(number);
    case TaxRule::gd: return department(number, false);
    case TaxRule::ha: return department(number, true);
    case TaxRule::ie: return ireland(number);
    case TaxRule::in: return india(form, number);
    case TaxRule::it: return italy(number);
    case TaxRule::lu: return luxembourg(number);
    case TaxRule::lv: return latvia(number);
    case TaxRule::nl: return netherlands(number);
    case TaxRule::se: return sweden(number);
    case TaxRule::us: return united_states(number);
  }
  return not_of_this_kind;
}

}  // namespace vestibule::checks

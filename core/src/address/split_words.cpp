#include "split_words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "vestibule/text/ascii.hpp"
#include "vestibule/text/digits.hpp"
#include "vestibule/text/loose.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::address {
namespace {

// Each list holds words as LooseReader reads them, one space around each.
constexpr std::string_view contact_words =
    " tel tlf telephone telefon telefono telefone phone fon mobile mobil mob cell fax telefax email mail web www http "
    "https "
    "vat ust ustid uid vatno tva btw nif cif cnpj abn gst gstin orgnr ";

constexpr std::string_view street_words =
    " street str road rd avenue ave av avenida lane ln drive dr boulevard blvd court ct square sq place terrace "
    "way parkway avda ctra pza "
    "highway route rue allee chemin quai impasse cours calle c carrer paseo plaza camino carretera via viale piazza "
    "corso "
    "largo vicolo rua alameda travessa rodovia praca estrada ulica ul aleja al plac os ulice namesti utca ut ter "
    "korut strada bulevardul soseaua calea sokak sk caddesi cad mahallesi mah "
    "weg platz gasse gate gata gaten vei veien vagen katu tie laan straat plein kade vej alle jalan jl soi thanon "
    "duong "
    "marg nagar ulitsa prospekt pereulok vulytsia block unit suite ste floor flat apt apartment building bldg level "
    "room tower box postbox postfach pob pobox casilla apartado bp cs gpo locked bag pmb km cottage ";

// Ends of compound words: "Hauptstrasse", "Storgata".
constexpr auto street_endings =
    std::to_array<std::string_view>({"strasse", "str",   "weg", "platz",  "gasse", "allee", "gata",   "gate", "gatan",
                                     "vagen",   "veien", "vei", "straat", "laan",  "plein", "gracht", "kade", "vej",
                                     "gade",    "katu",  "tie", "utca",   "ring",  "damm",  "ufer",   "dori"});

constexpr std::string_view legal_forms =
    " inc llc llp lp ltd limited plc corp corporation co company gmbh ag kg ohg ug kgaa ev se sa sas sarl sasu eurl sl "
    "slu "
    "srl spa snc sapi cv bv nv vof bvba as asa ab oy oyj aps is ehf hf spzoo zoo sro doo dd kft zrt bt nyrt jsc ooo "
    "zao pao "
    "oao tov pty pte pvt sdn bhd pt tbk kk gk ltda eireli me eood ad sia uab ou ulc fzco fze fzllc lda "
    "group holding holdings university universitat universite universidad institute stiftung foundation bank ";

// Parts of legal forms in other scripts, anywhere in a line.
constexpr auto legal_signs = std::to_array<std::string_view>(
    {"\u682A\u5F0F\u4F1A\u793E", "\u6709\u9650\u4F1A\u793E", "\u5408\u540C\u4F1A\u793E", "\uFF08\u682A\uFF09",
     "\u6709\u9650\u516C\u53F8", "\u516C\u53F8", "\uC8FC\uC2DD\uD68C\uC0AC", "(\uC8FC)", " \u0391\u0395",
     " \u0391.\u0395.", " \u0395\u03A0\u0395", "\u041E\u041E\u041E", "\u0417\u0410\u041E", "\u041F\u0410\u041E",
     "\u041E\u0410\u041E", "\u0422\u041E\u0412", "\u0418\u041F ", "\u0634\u0631\u0643\u0629",
     "\u0E1A\u0E23\u0E34\u0E29\u0E31\u0E17"});

// Words for street in other scripts, anywhere in a line.
constexpr auto street_signs = std::to_array<std::string_view>(
    {"\u0443\u043B.", "\u0443\u043B\u0438\u0446\u0430", "\u0432\u0443\u043B.", "\u0432\u0443\u043B\u0438\u0446\u044F",
     "\u043F\u0440\u043E\u0441\u043F\u0435\u043A\u0442", "\u043F\u0440-\u0442", "\u043F\u0435\u0440.", "\u8DEF",
     "\u8857", "\u9053", "\u5927\u9053", "\u4E01\u76EE", "\u756A\u5730", "\u53F7", "\u865F", "\uB85C ", "\uAE38 ",
     "\u0E16\u0E19\u0E19", "\u0634\u0627\u0631\u0639"});

constexpr std::string_view person_words =
    " attn attention co fao zhd hd herr frau mr mrs ms dr prof mme m mlle sr sra sig ";

bool in_list(std::string_view list, std::string_view word) {
  const std::size_t at = list.find(word);
  for (std::size_t found = at; found != std::string_view::npos; found = list.find(word, found + 1)) {
    if (found > 0 && list[found - 1] == ' ' && list[found + word.size()] == ' ') return true;
  }
  return false;
}

// Calls `each(word, first)` with the words of a line as LooseReader reads them, only ASCII ones; true when one call was.
template <class Each>
bool any_word(std::string_view line, const Each& each) {
  text::LooseReader reader{line};
  std::string word;
  bool first = true;
  bool dotted = false;  // "S.A." and "Sp. z o.o." read as one word
  const auto ends = [&] {
    const bool found = !word.empty() && each(std::string_view{word}, first);
    if (!word.empty()) first = false;
    word.clear();
    return found;
  };
  for (char32_t c = reader.next(); c != 0; c = reader.next()) {
    const std::size_t begin = reader.offset();
    if (reader.began_word() && !dotted && ends()) return true;
    if (c < 0x80) word.push_back(static_cast<char>(c));
    // A letter, a dot and a letter belong together.
    dotted = word.size() <= 3 && begin + 1 < line.size() && line[begin] == '.' &&
             (text::is_alpha(line[begin + 1]) || !text::is_ascii(line[begin + 1]));
  }
  return ends();
}

template <class Signs>
bool has_sign(std::string_view line, const Signs& signs) {
  return std::any_of(signs.begin(), signs.end(),
                     [&](std::string_view sign) { return line.find(sign) != std::string_view::npos; });
}

// "Main St": LooseReader takes the word for "Saint", which it is in front of a name.
bool ends_with_st(std::string_view line) {
  if (line.ends_with('.')) line.remove_suffix(1);
  return line.ends_with(" St") || line.ends_with(" ST");
}

}  // namespace

bool has_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded current = text::decode(text, at);
    at += current.size;
    if (text::decimal_value(current.code_point) >= 0) return true;
  }
  return false;
}

bool all_capitals(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return text::is_upper(c) || c == '.'; });
}

bool is_contact_line(std::string_view line) {
  if (line.find('@') != std::string_view::npos || line.find("://") != std::string_view::npos) return true;
  if (line.starts_with("+") && has_digit(line)) return true;
  // "T: +47 22 00 11 22", "M 0171 1234567"
  const bool letter = line.size() > 4 && std::string_view{"TtMmFfPp"}.find(line[0]) != std::string_view::npos;
  if (letter && (line[1] == ':' || (line[1] == ' ' && (line[2] == '+' || line[2] == '0')))) return true;
  return any_word(
      line, [](std::string_view word, bool first) { return (first && in_list(contact_words, word)) || word == "www"; });
}

bool is_street_line(std::string_view line) {
  if (has_digit(line) || ends_with_st(line) || has_sign(line, street_signs)) return true;
  return any_word(line, [](std::string_view word, bool) {
    if (in_list(street_words, word)) return true;
    return std::any_of(street_endings.begin(), street_endings.end(), [&](std::string_view ending) {
      return word.size() > ending.size() + 2 && word.ends_with(ending);
    });
  });
}

bool has_legal_form(std::string_view line) {
  if (has_sign(line, legal_signs)) return true;
  // The first word is a name even where it could be a form: "AS Roma".
  return any_word(line, [](std::string_view word, bool first) { return !first && in_list(legal_forms, word); });
}

bool names_person(std::string_view line) {
  // "c/o", not "C/ Mayor", which is a street.
  if (line.size() > 3 && text::equals_ignoring_case(line.substr(0, 3), "c/o")) return true;
  return any_word(line, [](std::string_view word, bool first) { return first && in_list(person_words, word); });
}

}  // namespace vestibule::address

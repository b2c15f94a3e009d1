#include "vestibule/atlas/countries.hpp"

#include "area_key.hpp"
#include "vestibule/atlas/texts.hpp"
#include "vestibule/catalogue/country.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/loose.hpp"

namespace vestibule::atlas {
namespace {

constexpr std::size_t longest_name = 80;

// "The Netherlands" and "the Gambia" are listed without their article.
std::string_view without_article(std::string_view text) {
  return text.size() > 4 && text::equals_ignoring_case(text.substr(0, 4), "the ") ? text.substr(4) : text;
}

// Whether a listed name that begins with `letter` may be a text that loosely begins with `first`: most names are told by
// their first letter.
bool may_begin(char letter, char32_t first) {
  return !text::is_alpha(letter) || first == static_cast<char32_t>(text::to_lower(letter));
}

// A code that is spelled as nobody writes other words: "U.K.", "U.S.", full-width letters; "" for anything else.
std::string_view spelled_code(std::string_view text) {
  const bool dotted = text.size() > 2 && text::to_upper(text[0]) == 'U' && text[1] == '.';
  if (!dotted && !(text.size() == 6 && text[0] == '\xEF' && text[3] == '\xEF')) return {};
  text::LooseReader reader{text};
  std::string letters;
  for (char32_t c = reader.next(); c != 0 && letters.size() < 3; c = reader.next()) {
    letters.push_back(c < 0x80 ? static_cast<char>(c) : ' ');
  }
  return catalogue::find_country(letters);
}

// What is behind a form of state, as ISO 3166 and diplomats write it: "Islamic Republic of Iran". "" for anything else, for
// "State of Georgia" is another, and for the China that is not meant by its name.
std::string behind_form(std::string_view text) {
  constexpr std::string_view forms =
      "bolivarian federated islamic kingdom plurinational republic state states sultanate united ";
  const std::string words = area_words(text);
  const std::size_t of = words.find(" of ");
  if (of == std::string::npos || words.starts_with("state of ")) return {};
  for (std::string_view left = std::string_view{words}.substr(0, of + 1); !left.empty();) {
    const std::string_view word = left.substr(0, left.find(' ') + 1);
    left.remove_prefix(word.size());
    if (forms.find(word) == std::string_view::npos) return {};
  }
  const std::string_view name = without_article(std::string_view{words}.substr(of + 4));
  return std::string{name == "china" ? "" : name};
}

bool same_name(std::string_view listed, std::string_view text) { return text::loosely_equal(if_utf8(listed), text); }

std::string find_listed(const AddressFormats& formats, std::string_view text) {
  if (const std::string_view code = spelled_code(text); !code.empty()) return std::string{code};
  const char32_t first = text::LooseReader{text}.next();
  if (first == 0) return {};
  std::string_view names = formats.names();
  for (std::size_t row = 0; !names.empty(); ++row) {
    const bool maybe = may_begin(names.front(), first);
    const std::string_view name = take_text(names);
    if (maybe && same_name(name, text)) return std::string{catalogue::find_country(formats.code_at(row))};
  }
  std::string_view aliases = formats.aliases();
  while (!aliases.empty()) {
    const char letter = aliases.size() > 2 ? aliases[2] : ' ';
    const bool maybe = letter == 'T' || may_begin(letter, first);  // it may be that of "The"
    const std::string_view alias = take_text(aliases);
    if (maybe && alias.size() > 2 && same_name(without_article(alias.substr(2)), text))
      return std::string{catalogue::find_country(alias.substr(0, 2))};
  }
  return {};
}

}  // namespace

std::string find_country_name(const AddressFormats& formats, std::string_view text) {
  if (text.size() > longest_name) return {};
  text = without_article(text);
  std::string found = find_listed(formats, text);
  if (!found.empty()) return found;
  // As in a list that is sorted by names: "Korea, Republic of".
  if (const std::size_t comma = text.find(", "); comma != std::string_view::npos) {
    return find_country_name(formats, std::string{text.substr(comma + 2)}.append(" ").append(text.substr(0, comma)));
  }
  const std::string name = behind_form(text);
  return name.empty() ? name : find_listed(formats, name);
}

std::string find_country(const AddressFormats& formats, std::string_view text) {
  const std::string_view code = catalogue::find_country_code(text);
  return code.empty() ? find_country_name(formats, text) : std::string{code};
}

}  // namespace vestibule::atlas

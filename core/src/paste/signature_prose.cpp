#include "signature_prose.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "matching/name_key.hpp"
#include "signature_scan.hpp"
#include "signature_words.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/loose.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::paste {
namespace {

using matching::is_listed;

constexpr auto closings =
    std::to_array<std::string_view>({"best",
                                     "best regards",
                                     "kind regards",
                                     "warm regards",
                                     "regards",
                                     "best wishes",
                                     "many thanks",
                                     "thanks",
                                     "thank you",
                                     "thanks and regards",
                                     "yours sincerely",
                                     "sincerely",
                                     "yours faithfully",
                                     "cheers",
                                     "all the best",
                                     "yours truly",
                                     "warmly",
                                     "respectfully",
                                     "mit freundlichen grussen",
                                     "mit freundlichen gruessen",
                                     "mit freundlichem gruss",
                                     "freundliche grusse",
                                     "freundliche gruesse",
                                     "viele grusse",
                                     "viele gruesse",
                                     "beste grusse",
                                     "beste gruesse",
                                     "herzliche grusse",
                                     "liebe grusse",
                                     "schone grusse",
                                     "mfg",
                                     "lg",
                                     "vg",
                                     "cordialement",
                                     "bien cordialement",
                                     "bien a vous",
                                     "salutations",
                                     "sinceres salutations",
                                     "meilleures salutations",
                                     "saludos",
                                     "un saludo",
                                     "saludos cordiales",
                                     "atentamente",
                                     "un cordial saludo",
                                     "atenciosamente",
                                     "abracos",
                                     "cumprimentos",
                                     "com os melhores cumprimentos",
                                     "cordiali saluti",
                                     "distinti saluti",
                                     "saluti",
                                     "un cordiale saluto",
                                     "met vriendelijke groet",
                                     "met vriendelijke groeten",
                                     "vriendelijke groet",
                                     "groeten",
                                     "mvg",
                                     "med vennlig hilsen",
                                     "vennlig hilsen",
                                     "mvh",
                                     "hilsen",
                                     "med venlig hilsen",
                                     "venlig hilsen",
                                     "med vanliga halsningar",
                                     "vanliga halsningar",
                                     "halsningar",
                                     "ystavallisin terveisin",
                                     "terveisin",
                                     "pozdrawiam",
                                     "z powazaniem",
                                     "s pozdravem",
                                     "udvozlettel",
                                     "saygilarimla",
                                     "\u0441 \u0443\u0432\u0430\u0436\u0435\u043d\u0438\u0435\u043c",
                                     "\u0437 \u043f\u043e\u0432\u0430\u0433\u043e\u044e",
                                     "\u03bc\u03b5 \u03b5\u03ba\u03c4\u03b9\u03bc\u03b7\u03c3\u03b7"});

constexpr std::string_view greetings =
    "hi hello hey dear hallo liebe lieber sehr guten bonjour hola ola ciao gentile hei hej moin geachte beste caro "
    "cara "
    "estimado estimada prezado buongiorno good "
    "\u0437\u0434\u0440\u0430\u0432\u0441\u0442\u0432\u0443\u0439\u0442\u0435 ";

// Written small in a sentence, and in no name, address or title.
constexpr std::string_view sentence_words =
    "i we you he she they are was were please will would have has had should could my your our his her their this "
    "these that "
    "if when because not let me us its there thanks thank what can be been it is do does did about any so than then "
    "ich wir sie ist sind bitte werden wird haben hat kann mein meine ihre ihr unser unsere uns dass nicht wenn oder "
    "auch noch "
    "nous vous est sont merci avons avez votre notre pas que qui pour usted por favor gracias tiene eu voce obrigado "
    "sono "
    "grazie vostra jeg er det ikke som til jag inte att deze dit wij zijn niet \u044d\u0442\u043e \u0447\u0442\u043e "
    "\u043d\u0435 \u043c\u044b \u0432\u044b \u0435\u0441\u043b\u0438 ";

// Bytes of `line` that spell `phrase`, with a sign or nothing behind them; 0 when they do not.
std::size_t phrase_size(std::string_view line, std::string_view phrase) {
  text::LooseReader reader{line};
  std::string read;
  std::size_t end = 0;
  for (char32_t c = reader.next(); c != 0 && read.size() <= phrase.size() + 1; c = reader.next()) {
    if (reader.began_word() && !read.empty()) {
      if (read == phrase) return end;
      read.push_back(' ');
    }
    text::append_utf8(read, c);
    end = reader.offset();
  }
  return read == phrase ? end : 0;
}

}  // namespace

std::size_t closing_size(std::string_view line) {
  std::size_t longest = 0;
  for (const std::string_view closing : closings) longest = std::max(longest, phrase_size(line, closing));
  const std::string_view behind = line.substr(longest);
  // "Best Western", "Thanks to all": a closing stands alone or in front of a sign.
  const std::string_view next = trim_signs(behind);
  if (next.empty() || next.front() == '!' || next.front() == '.') return longest;
  return behind.starts_with(',') ? longest : 0;
}

bool is_greeting(std::string_view line) {
  std::size_t at = 0;
  return is_listed(greetings, loose(next_word(line, at))) && (line.ends_with(',') || line.ends_with('!'));
}

bool is_prose(std::string_view text) {
  std::size_t words = 0;
  std::size_t commas = 1;
  bool sentence = false;
  for (std::size_t at = 0;;) {
    const std::string_view word = next_word(text, at);
    if (word.empty()) break;
    // Numbers are no sentence.
    if (std::none_of(word.begin(), word.end(), [](char c) { return text::is_alpha(c) || !text::is_ascii(c); }))
      continue;
    ++words;
    if (word.ends_with(',')) ++commas;
    // "I", but not the initial "I."
    if (word == "I" || word == "I'm" || word == "I'll") sentence = true;
    if (is_small(first_of(word)) && word.find('@') == std::string_view::npos && is_listed(sentence_words, loose(word)))
      sentence = true;
  }
  if (words > 1 && sentence) return true;
  if (words >= 4 && (text.ends_with('!') || text.ends_with('?'))) return true;
  if (words >= 6 && text.ends_with('.') && is_small(first_of(text.substr(text.rfind(' ') + 1)))) return true;
  return words > 8 * commas;
}

}  // namespace vestibule::paste

#include "name_key.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "vestibule/text/match_key.hpp"
#include "vestibule/text/scripts.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::matching {
namespace {

// Legal forms as the last words of a name, folded, without dots. Sources: the GLEIF list of entity legal forms (ISO 20275)
// for the countries most customers are in; forms that are words of their own ("group", "holding") tell companies apart.
constexpr std::string_view last_words =
    "gmbh ggmbh mbh ag kg kgaa ohg ug haftungsbeschrankt eg ev gbr partg sagl "  // Germany, Austria, Switzerland
    "ltd limited plc llp llc lc lp lllp inc incorporated corp corporation co company cic pc pllc pbc dac clg "  // English
    "lt\u00e9e ltee "                                            // Canada
    "pty pte pvt private bhd sdn proprietary nl cc rf opc pcl "  // Australia, Asia, South Africa
    "wll pjsc cjsc ojsc jsc fze fzco dmcc saog "                 // the Gulf and eastern Europe, in English
    "sa sas sasu sarl s\u00e0rl eurl eirl sca sci scs scp snc scop selarl se "          // France and the Union
    "spa srl srls sapa scarl scpa "                                                     // Italy
    "sl slu sau sll slp sc cv rl lda ltda limitada unipessoal eireli me epp sab sapi "  // Spain, Portugal, Latin America
    "bv nv vof bvba cvba sprl asbl vzw "                                                // Netherlands, Belgium
    "as asa aps is ab hb kb oy oyj ky ehf hf "                                          // the North
    "spzoo zoo spk spj sro vos doo jdoo dd dooel kft zrt nyrt bt kkt "                  // between the Baltic and
    "ood eood ead uab sia ou o\u00fc "                                                  // the Adriatic
    "ao zao oao pao tov ae epe ike "  // Latin spellings of the following
    "\u043e\u043e\u043e \u0437\u0430\u043e \u043e\u0430\u043e \u043f\u0430\u043e \u0430\u043e \u0438\u043f "
    "\u0442\u043e\u0432 "
    "\u03b1\u03b5 \u03b5\u03c0\u03b5 \u03b9\u03ba\u03b5 "
    "kk gk yk tbk sti \u015fti tic a\u015f "  // Japan, Indonesia, Turkey
    "\u682a \u6709 \uc8fc \uc720 ";

// Those of several words that are none of them a form, as split() leaves them.
constexpr std::string_view last_phrases[] = {"sp zoo", "sp z oo", "sp k", "sp j", "sp p", "s de rl", "de cv"};

// Legal forms that stand in front.
constexpr std::string_view first_words =
    "pt cv ooo zao oao pao ao tov ud sc "
    "\u043e\u043e\u043e \u0437\u0430\u043e \u043e\u0430\u043e \u043f\u0430\u043e \u0430\u043e \u0438\u043f "
    "\u0442\u043e\u0432 \u0447\u043f "
    "\u682a \u6709 \uc8fc \uc720 ";

// Where no space is written: at either end of a word.
constexpr std::string_view joined[] = {
    "\u682a\u5f0f\u4f1a\u793e",              // kabushiki gaisha
    "\u6709\u9650\u4f1a\u793e",              // yugen gaisha
    "\u5408\u540c\u4f1a\u793e",              // godo gaisha
    "\u80a1\u4efd\u6709\u9650\u516c\u53f8",  // gufen youxian gongsi
    "\u80a1\u4efd\u516c\u53f8",              // gufen gongsi
    "\u6709\u9650\u8d23\u4efb\u516c\u53f8",  // youxian zeren gongsi
    "\u6709\u9650\u516c\u53f8",              // youxian gongsi
    "\uc8fc\uc2dd\ud68c\uc0ac",              // jusik hoesa
    "\uc720\ud55c\ud68c\uc0ac",              // yuhan hoesa
};

constexpr std::string_view and_words = "and und et y e i en og och \u0438 ";

using Words = std::vector<std::string>;

// One letter of an alphabet that abbreviates with dots.
bool is_one_letter(std::string_view word) {
  if (word.empty()) return false;
  const text::Decoded first = text::decode(word, 0);
  const text::Script script = text::script_of(first.code_point);
  return first.size == word.size() &&
         (script == text::Script::latin || script == text::Script::greek || script == text::Script::cyrillic);
}

Words split(std::string_view folded) {
  Words words;
  bool letter_before = false;
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find(' '), folded.size());
    const std::string_view word = folded.substr(0, end);
    folded.remove_prefix(std::min(end + 1, folded.size()));
    const bool letter = is_one_letter(word);
    if (letter && letter_before) {
      words.back() += word;
    } else {
      words.emplace_back(word);
    }
    letter_before = letter;
  }
  return words;
}

void drop_joined_forms(std::string& word) {
  for (const std::string_view form : joined) {
    if (word.size() <= form.size()) continue;
    if (word.starts_with(form)) {
      word.erase(0, form.size());
    } else if (word.ends_with(form)) {
      word.resize(word.size() - form.size());
    }
  }
}

bool is_joined_form(std::string_view word) {
  for (const std::string_view form : joined) {
    if (word == form) return true;
  }
  return false;
}

// How many of the words from `begin` to `end` the phrase is at their end; 0: they end otherwise, or are nothing else.
std::size_t phrase_size(const Words& words, std::size_t begin, std::size_t end, std::string_view phrase) {
  std::size_t at = end;
  for (std::size_t space = 0; space != std::string_view::npos; phrase = phrase.substr(0, space)) {
    space = phrase.rfind(' ');
    if (at == begin || words[at - 1] != phrase.substr(space + 1)) return 0;
    --at;
  }
  return at > begin ? end - at : 0;
}

// How many words at the end are one legal form; 0: there is none.
std::size_t last_form_size(const Words& words, std::size_t begin, std::size_t end) {
  for (const std::string_view phrase : last_phrases) {
    if (const std::size_t size = phrase_size(words, begin, end, phrase); size > 0) return size;
  }
  return end - begin > 1 && is_listed(last_words, words[end - 1]) ? 1 : 0;
}

}  // namespace

bool is_listed(std::string_view list, std::string_view word) {
  if (word.empty()) return false;
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

LegalForm legal_form_of(std::string_view name) {
  const Words words = split(text::match_key(name));
  if (words.empty()) return {};
  // A form alone is the name of something else.
  if (const std::size_t size = last_form_size(words, 0, words.size()); size > 0) {
    std::string form;
    for (std::size_t at = words.size() - size; at < words.size(); ++at) form += words[at];
    return {form, false};
  }
  for (const std::string_view form : joined) {
    for (const std::string* word : {&words.back(), &words.front()}) {
      if (word->ends_with(form) && (words.size() > 1 || word->size() > form.size())) return {std::string{form}, false};
    }
    if (words.front().starts_with(form) && (words.size() > 1 || words.front().size() > form.size()))
      return {std::string{form}, true};
  }
  if (words.size() > 1 && is_listed(first_words, words.front())) return {words.front(), true};
  return {};
}

std::string name_key(std::string_view name) {
  Words words = split(text::match_key(name));
  std::size_t begin = 0;
  std::size_t end = words.size();
  while (end - begin > 1) {
    if (const std::size_t size = last_form_size(words, begin, end); size > 0) {
      end -= size;
    } else if (is_listed(and_words, words[end - 1]) || is_joined_form(words[end - 1])) {
      --end;
    } else if (is_listed(first_words, words[begin]) || is_joined_form(words[begin])) {
      ++begin;
    } else {
      break;
    }
  }
  std::string key;
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin && is_listed(and_words, words[i])) continue;
    drop_joined_forms(words[i]);
    if (!key.empty()) key.push_back(' ');
    key += words[i];
  }
  return key;
}

}  // namespace vestibule::matching

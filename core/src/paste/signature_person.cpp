#include "signature_person.hpp"

#include <algorithm>
#include <array>

#include "signature_draft.hpp"
#include "signature_scan.hpp"
#include "signature_words.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::paste {
namespace {

constexpr std::size_t longest_name = 80;
constexpr std::size_t most_words = 4;
constexpr std::size_t most_far_eastern = 18;  // bytes: six characters

// Letters, and what stands between them in a name.
bool is_name_word(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const text::Decoded current = text::decode(word, at);
    const char32_t c = current.code_point;
    at += current.size;
    const bool sign = c == '.' || c == '\'' || c == '-' || c == 0x2019;
    if (!sign && !is_capital(c) && !is_small(c)) return false;
  }
  return true;
}

std::string_view without_comma(std::string_view word) {
  if (word.ends_with(',')) word.remove_suffix(1);
  return word;
}

// How a letter is written where an address takes no accents; the other way drops them.
std::string in_digraphs(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const text::Decoded current = text::decode(word, at);
    at += current.size;
    switch (current.code_point) {
      case 0x00C4:
      case 0x00E4: out += "ae"; break;
      case 0x00D6:
      case 0x00F6:
      case 0x00D8:
      case 0x00F8: out += "oe"; break;
      case 0x00DC:
      case 0x00FC: out += "ue"; break;
      case 0x00C5:
      case 0x00E5: out += "aa"; break;
      default: text::append_utf8(out, current.code_point);
    }
  }
  return loose(out);
}

using Words = std::vector<std::string>;

// A given name or its initial, with one of the other words or all of them, in either order; or one word alone.
bool made_of(std::string_view local, const Words& words) {
  std::string all;
  for (const std::string& word : words) all += word;
  if (local == all) return true;
  for (std::size_t first = 0; first < words.size(); ++first) {
    const std::string& given = words[first];
    if (given.empty() || given.front() < 'a') continue;
    if (given.size() >= 3 && local == given) return true;
    std::string behind;
    for (std::size_t i = first + 1; i < words.size(); ++i) behind += words[i];
    for (std::size_t other = 0; other <= words.size(); ++other) {
      if (other == first) continue;
      const std::string& family = other < words.size() ? words[other] : behind;
      if (family.size() < 2) continue;
      const std::string_view initial{given.data(), 1};
      for (const std::string_view one : {std::string_view{given}, initial}) {
        if (local.size() != one.size() + family.size()) continue;
        if ((local.starts_with(one) && local.ends_with(family)) || (local.starts_with(family) && local.ends_with(one)))
          return true;
      }
    }
  }
  return false;
}

}  // namespace

Person read_person(std::string_view text) {
  Person person;
  if (text.size() > longest_name) return {};
  std::size_t names = 0;  // that are no particles
  bool behind = false;    // degrees have begun
  for (std::size_t at = 0;;) {
    const std::string_view raw = next_word(text, at);
    if (raw.empty()) break;
    const std::string_view word = without_comma(raw);
    const std::string key = loose(word);
    if (key.empty() || !is_name_word(word)) return {};
    const bool front = person.words.empty();
    // "M." is Monsieur in front of two names, an initial in front of one.
    if (front && raw == word && (is_honorific(key) || (word == "M." && count_words(text.substr(at)) > 1))) continue;
    if (!front && is_degree(key) && word.size() > 1) {
      behind = true;
      continue;
    }
    if (behind) return {};
    behind = raw != word;  // behind a comma stand only degrees
    const bool particle = is_particle(key) && is_small(first_of(word));
    if (!particle && !is_capital(first_of(word))) return {};
    if (!particle) ++names;
    person.words.push_back(word);
  }
  const bool far_eastern = is_far_eastern(first_of(text));
  const bool enough = names >= 2 || (names == 1 && far_eastern && text.size() >= 6 && text.size() <= most_far_eastern);
  if (!enough || names > most_words || person.words.size() > most_words + 2) return {};
  // Last, as looking words up is what takes longest.
  if (has_common_word(text) || has_role(text)) return {};
  person.text = text;
  return person;
}

bool agrees(const Person& person, std::string_view email) {
  std::string_view local = email.substr(0, email.rfind('@'));
  local = local.substr(0, local.find('+'));
  std::string folded;
  for (const char c : loose(local)) {
    if (!text::is_digit(c)) folded.push_back(c);
  }
  if (folded.size() < 3) return false;
  Words plain;
  Words digraphs;
  for (const std::string_view word : person.words) {
    plain.push_back(loose(word));
    digraphs.push_back(in_digraphs(word));
  }
  return made_of(folded, plain) || made_of(folded, digraphs);
}

void take_name_by_email(Draft& draft) {
  if (draft.email.empty()) return;
  for (std::size_t i = 0; i < draft.pieces.size(); ++i) {
    Piece& piece = draft.pieces[i];
    if (piece.prose || !piece.open) continue;
    const Person person = read_person(piece.text);
    if (person && agrees(person, draft.email)) {
      draft.take(SignaturePart::name, piece, Confidence::high);
      draft.name_at = i;
      return;
    }
  }
}

void take_name(Draft& draft) {
  if (draft.has(SignaturePart::name)) return;
  std::size_t first = Draft::none;
  std::size_t candidates = 0;
  for (std::size_t i = 0; i < draft.pieces.size(); ++i) {
    Piece& piece = draft.pieces[i];
    if (!piece.open || piece.prose) continue;
    if (piece.named == SignaturePart::name && !piece.text.empty()) {
      draft.take(SignaturePart::name, piece, Confidence::high);
      draft.name_at = i;
      return;
    }
    if (piece.named != SignaturePart::rest || !read_person(piece.text) || is_place(draft, piece.text)) continue;
    ++candidates;
    if (first == Draft::none) first = i;
  }
  if (first == Draft::none) return;
  // Of two lines that look like names the first is only a guess.
  const bool likely = candidates == 1 && draft.evidence;
  draft.take(SignaturePart::name, draft.pieces[first], likely ? Confidence::medium : Confidence::low);
  draft.name_at = first;
}

namespace {

// All capitals, and more than an initial.
bool is_shouted(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const text::Decoded current = text::decode(word, at);
    at += current.size;
    if (is_small(current.code_point)) return false;
    if (is_capital(current.code_point)) ++letters;
  }
  return letters > 1;
}

}  // namespace

void split_name(Draft& draft) {
  if (draft.name_at == Draft::none) return;
  const Person person = read_person(draft.pieces[draft.name_at].text);
  const std::vector<std::string_view>& words = person.words;
  if (words.size() < 2) return;
  Signature& out = draft.out;
  out.names_confidence = Confidence::low;
  const bool high = out.confidence(SignaturePart::name) == Confidence::high;
  std::size_t family = words.size() - 1;  // where the last name begins
  const auto particle = std::find_if(words.begin() + 1, words.end() - 1, [](std::string_view word) {
    return is_particle(loose(word)) && is_small(first_of(word));
  });
  if (particle != words.end() - 1) family = static_cast<std::size_t>(particle - words.begin());
  // "TANAKA Hanako", "Jean DUPONT": what is written in capitals alone is the last name.
  const auto shouted = static_cast<std::size_t>(std::count_if(words.begin(), words.end(), is_shouted));
  const bool by_capitals = shouted > 0 && shouted < words.size();
  bool reversed = is_far_eastern(first_of(words[0])) || draft.out.country == "HU";
  if (by_capitals && is_shouted(words.front())) reversed = true;
  if (by_capitals && is_shouted(words.back())) {
    reversed = false;
    family = words.size() - 1;
    while (family > 1 && is_shouted(words[family - 1])) --family;
  }
  // "hanako.tanaka@": addresses put the given name first.
  const std::string_view local = std::string_view{draft.email}.substr(0, draft.email.find('@'));
  const std::size_t dot = local.find_first_of("._");
  bool by_email = false;
  if (high && dot != std::string_view::npos && dot > 1) {
    const std::string_view given = local.substr(0, dot);
    const auto is_given = [&](std::string_view word) { return loose(word) == given || in_digraphs(word) == given; };
    by_email = is_given(words.front()) || is_given(words.back());
    if (by_email && !by_capitals) reversed = !is_given(words.front());
  }
  const bool two = words.size() == 2 || particle != words.end() - 1;
  if (high && (by_capitals || (by_email && two))) out.names_confidence = Confidence::medium;
  if (reversed) {
    std::size_t end = 1;
    while (by_capitals && end + 1 < words.size() && is_shouted(words[end])) ++end;
    out.last_name = span_between(words.front(), words[end - 1]);
    out.first_name = span_between(words[end], words.back());
  } else {
    out.first_name = span_between(words.front(), words[family - 1]);
    out.last_name = span_between(words[family], words.back());
  }
}

}  // namespace vestibule::paste

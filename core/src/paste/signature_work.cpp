// Titles and organisations.
#include "signature_work.hpp"

#include <algorithm>
#include <array>

#include "address/split_words.hpp"
#include "matching/name_key.hpp"
#include "signature_draft.hpp"
#include "signature_person.hpp"
#include "signature_scan.hpp"
#include "signature_words.hpp"
#include "vestibule/text/ascii.hpp"

namespace vestibule::paste {
namespace {

constexpr std::size_t most_title_words = 8;
constexpr std::size_t most_company_words = 9;
constexpr std::size_t longest_line = 100;

// Forms of three letters and more that are words.
constexpr std::string_view common_forms = "private company scop nyrt tov ";

// Forms of two letters that are no words, states or countries.
constexpr std::string_view sure_forms = "ag kg oy ug bv ";

// The last word as it is written, and what stands in front of it.
std::string_view last_word(std::string_view text) {
  const std::size_t space = text.rfind(' ');
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

// A form nobody takes for anything else: "GmbH", "S.r.l.", "Inc".
bool is_sure_form(std::string_view text, const matching::LegalForm& form) {
  const std::string_view typed = form.in_front ? text.substr(0, text.find(' ')) : last_word(text);
  if (!text::is_ascii(form.word.front()) || (matching::is_listed(sure_forms, form.word) && !form.in_front)) return true;
  if (typed.find('.') != std::string_view::npos && typed.size() > 3) return true;
  return form.word.size() > 2 && !matching::is_listed(common_forms, form.word);
}

bool has_capital_or_dot(std::string_view word) {
  return std::any_of(word.begin(), word.end(),
                     [](char c) { return text::is_upper(c) || c == '.' || !text::is_ascii(c); });
}

bool agrees_with_domain(std::string_view text, std::string_view domain) {
  std::string label;
  for (const char c : domain.substr(0, domain.find('.'))) {
    if (c != '-') label.push_back(c);
  }
  if (label.size() < 4) return false;
  const std::string key = loose(matching::name_key(text));
  if (key.size() < 4) return false;
  return key == label || (key.starts_with(label) && label.size() >= 5) || (label.starts_with(key) && key.size() >= 5) ||
         (key.ends_with(label) && label.size() >= 6);
}

std::string_view first_slice(const Draft& draft, SignaturePart part) {
  for (const SignatureSlice& slice : draft.out.slices) {
    if (slice.part == part) return slice.text;
  }
  return {};
}

// What stands between a name, a title and a company on one line.
constexpr auto links = std::to_array<std::string_view>(
    {", ", " - ", " \u2013 ", " \u2014 ", " / ", " @ ", " at ", " bei ", " chez ", " hos ", " presso ", " \u00b7 "});
constexpr std::size_t most_links = 6;

bool is_word_link(std::string_view link) { return link == " @ " || (link.size() > 3 && text::is_alpha(link[1])); }

struct Break {
  std::size_t at = std::string_view::npos;
  std::string_view link;
};

// The first link at or behind `from`.
Break find_link(std::string_view text, std::size_t from) {
  Break first;
  for (const std::string_view link : links) {
    const std::size_t at = text.find(link, from);
    if (at < first.at) first = {at, link};
  }
  return first;
}

bool is_company(std::string_view text, std::string_view domain) {
  return company_likeness(text, domain) >= Confidence::medium;
}

// Whether a piece is two: left and right of a link.
bool parts_at(const Draft& draft, std::string_view left, std::string_view right, std::string_view link) {
  if (left.empty() || right.empty()) return false;
  const std::string_view domain = draft.domain;
  if (const Person person = read_person(left); person && company_likeness(left, domain) != Confidence::high)
    return (link == " - " && !draft.email.empty() && agrees(person, draft.email)) || is_title(right) ||
           is_company(right, domain) || has_role(right.substr(0, find_link(right, 0).at));
  const bool title = is_title(left) && !is_company(left, domain);
  if (title && is_word_link(link)) return is_capital(first_of(right));
  if (title) return is_company(right, domain) || static_cast<bool>(read_person(right));
  // "Acme GmbH, Main Street 1": but not "Redwood Robotics, Inc."
  return company_likeness(left, domain) == Confidence::high &&
         matching::legal_form_of("x " + std::string{right}).word.empty();
}

// "Jane Doe Acme": the words the e-mail address is made of are a piece of their own. Gives the bytes of them, or 0.
std::size_t leading_name(std::string_view text, std::string_view email) {
  std::size_t at = 0;
  // A family and a given name without a space, and a title: Chinese, Japanese, Korean.
  const std::string_view word = next_word(text, at);
  if (is_far_eastern(first_of(text)) && at < text.size() && read_person(word) && !has_role(word) &&
      has_role(text.substr(at)))
    return at;
  at = 0;
  if (email.empty() || read_person(text)) return 0;
  for (int words = 1; words <= 4; ++words) {
    if (next_word(text, at).empty()) return 0;
    if (at >= text.size() || words < 2) continue;
    const Person person = read_person(text.substr(0, at));
    if (person && agrees(person, email)) {
      // Or more of the name follows.
      const std::string_view behind = trim_signs(text.substr(at));
      const bool other = has_role(behind) || company_likeness(behind, {}) == Confidence::high;
      return other || text[at - 1] == ',' || behind.starts_with('(') ? at : 0;
    }
  }
  return 0;
}

}  // namespace

Confidence company_likeness(std::string_view text, std::string_view domain) {
  if (text.size() > longest_line || count_words(text) > most_company_words ||
      !(is_capital(first_of(text)) || text::is_digit(text.front())))
    return Confidence::none;
  const bool agreed = !domain.empty() && agrees_with_domain(text, domain);
  const matching::LegalForm form = matching::legal_form_of(text);
  if (!form.word.empty()) {
    if (is_sure_form(text, form)) return Confidence::high;
    // "Denver, CO" and "as" are none.
    const std::string_view typed = form.in_front ? text.substr(0, text.find(' ')) : last_word(text);
    const bool behind_comma = text.substr(0, text.size() - typed.size()).ends_with(", ");
    if (has_capital_or_dot(typed) && !behind_comma) return agreed ? Confidence::high : Confidence::low;
  }
  return agreed && !address::is_street_line(text) ? Confidence::medium : Confidence::none;
}

bool is_title(std::string_view text) {
  return text.size() <= longest_line && count_words(text) <= most_title_words && has_role(text) &&
         text.find_first_of("@:") == std::string_view::npos && !text.ends_with('.');
}

void break_pieces(Draft& draft) {
  std::vector<Piece> pieces;
  for (const Piece& whole : draft.pieces) {
    Piece piece = whole;
    for (std::size_t parts = 0; parts < most_links && !piece.prose && piece.named == SignaturePart::rest; ++parts) {
      if (const std::size_t size = leading_name(piece.text, draft.email); size > 0) {
        Piece left = piece;
        left.text = trim_signs(piece.text.substr(0, size));
        pieces.push_back(left);
        piece.text = trim_signs(piece.text.substr(size));
        continue;
      }
      Break link = find_link(piece.text, 0);
      for (std::size_t tried = 0; tried < most_links && link.at != std::string_view::npos; ++tried) {
        if (parts_at(draft, piece.text.substr(0, link.at), piece.text.substr(link.at + link.link.size()), link.link))
          break;
        link = find_link(piece.text, link.at + link.link.size());
        if (tried + 1 == most_links) link = {};
      }
      if (link.at == std::string_view::npos) break;
      Piece left = piece;
      left.text = trim_signs(piece.text.substr(0, link.at));
      if (!left.text.empty()) pieces.push_back(left);
      if (is_word_link(link.link)) {
        piece.label = piece.text.substr(link.at + 1, link.link.size() - 2);
        piece.named = SignaturePart::organization;
      }
      piece.text = trim_signs(piece.text.substr(link.at + link.link.size()));
    }
    if (!piece.text.empty()) pieces.push_back(piece);
  }
  draft.pieces = std::move(pieces);
}

void take_organization(Draft& draft) {
  Piece* best = nullptr;
  Confidence confidence = Confidence::none;
  for (Piece& piece : draft.pieces) {
    if (!piece.open || piece.prose) continue;
    Confidence here = Confidence::none;
    if (piece.named == SignaturePart::organization) {
      // "CEO at Acme" is likely, "Company: Acme" is said.
      here = piece.label.find_first_of(":\xEF") != std::string_view::npos ? Confidence::high : Confidence::medium;
      if (company_likeness(piece.text, draft.domain) == Confidence::high) here = Confidence::high;
    } else if (piece.named == SignaturePart::rest && !is_register_line(piece.text) && !is_title(piece.text)) {
      here = company_likeness(piece.text, draft.domain);
    }
    // Of two with a form, that of the domain.
    const bool better = here > confidence ||
                        (here == confidence && here == Confidence::high && best != nullptr &&
                         agrees_with_domain(piece.text, draft.domain) && !agrees_with_domain(best->text, draft.domain));
    if (here == Confidence::none || !better) continue;
    best = &piece;
    confidence = here;
  }
  if (best == nullptr) return;
  if (confidence == Confidence::low && draft.evidence) confidence = Confidence::medium;
  if (confidence == Confidence::high) draft.evidence = true;
  draft.take(SignaturePart::organization, *best, confidence);
}

void take_title(Draft& draft) {
  std::size_t best = Draft::none;
  for (std::size_t i = 0; i < draft.pieces.size(); ++i) {
    Piece& piece = draft.pieces[i];
    if (!piece.open || piece.prose) continue;
    if (piece.named == SignaturePart::title) return draft.take(SignaturePart::title, piece, Confidence::high);
    if (best == Draft::none && piece.named == SignaturePart::rest && is_title(piece.text) &&
        !is_register_line(piece.text))
      best = i;
  }
  if (best == Draft::none) return;
  // The name may not be known yet: what looks like one beside it will do.
  const auto is_name = [&](std::size_t at) {
    return at < draft.pieces.size() &&
           (at == draft.name_at || (draft.pieces[at].open && read_person(draft.pieces[at].text)));
  };
  const bool beside = is_name(best - 1) || is_name(best - 2) || is_name(best + 1);
  const Confidence sure = beside ? Confidence::high : Confidence::medium;
  draft.take(SignaturePart::title, draft.pieces[best], draft.evidence ? sure : Confidence::low);
}

void take_by_place(Draft& draft) {
  if (draft.name_at == Draft::none) return;
  const auto is_free = [&](std::size_t at) {
    if (at >= draft.pieces.size()) return false;
    const Piece& piece = draft.pieces[at];
    return piece.open && !piece.prose && piece.named == SignaturePart::rest && count_words(piece.text) <= 6 &&
           is_capital(first_of(piece.text)) && !address::is_street_line(piece.text) && !is_register_line(piece.text) &&
           !is_label(piece.text) && piece.text.find_first_of("@:") == std::string_view::npos &&
           !piece.text.ends_with('.');
  };
  const std::string_view organization = first_slice(draft, SignaturePart::organization);
  const std::string_view title = first_slice(draft, SignaturePart::title);
  const auto is_at = [&](std::size_t at, std::string_view text) {
    return at < draft.pieces.size() && !text.empty() && draft.pieces[at].text.data() == text.data();
  };
  const std::size_t next = draft.name_at + 1;
  if (title.empty() && is_free(next) && is_at(next + 1, organization))
    return draft.take(SignaturePart::title, draft.pieces[next], Confidence::low);
  if (!organization.empty()) return;
  if (is_at(next, title) && is_free(next + 1) && !has_common_word(draft.pieces[next + 1].text))
    draft.take(SignaturePart::organization, draft.pieces[next + 1], Confidence::low);
}

}  // namespace vestibule::paste

#include "vestibule/paste/signature.hpp"

#include <algorithm>
#include <functional>

#include "signature_draft.hpp"
#include "signature_person.hpp"
#include "signature_scan.hpp"
#include "vestibule/checks/email.hpp"
#include "vestibule/checks/website.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/matching/keys.hpp"
#include "vestibule/text/clean.hpp"
#include "vestibule/text/match_key.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::paste {
namespace {

constexpr std::size_t most_emails = 4;  // that names are compared with

bool is_over_limits(std::string_view text) {
  if (text.size() > limits::signature_max_bytes) return true;
  std::size_t lines = 0;
  bool blank = true;
  for (const char c : text) {
    const bool ends = c == '\n' || c == '\r';
    if (!ends && c != ' ' && c != '\t' && blank) ++lines;
    blank = ends || (blank && (c == ' ' || c == '\t'));
  }
  return lines > limits::signature_max_lines;
}

// What no slice has becomes rest, line by line, without the signs between it and a slice.
void add_rest(Signature& out, std::string_view gap, bool at_end) {
  while (!gap.empty()) {
    const std::size_t end = std::min(gap.find_first_of("\r\n"), gap.size());
    std::string_view line = gap.substr(0, end);
    const bool whole = end < gap.size() || at_end;
    gap.remove_prefix(std::min(end + 1, gap.size()));
    bool words = false;
    for (std::size_t at = 0; at < line.size() && !words;) {
      const text::Decoded current = text::decode(line, at);
      words = !is_separator(current.code_point);
      at += current.size;
    }
    if (!words) continue;
    while (line.starts_with('>') || line.starts_with(' ')) line.remove_prefix(1);
    // "Kind regards," keeps its comma.
    const std::string_view inner = trim_signs(line);
    const std::string_view kept = whole ? text::trim(span_between(inner, line.substr(line.size()))) : inner;
    out.slices.push_back({kept, SignaturePart::rest, Confidence::none});
  }
}

void finish(Draft& draft) {
  const std::vector<SignatureSlice> taken = std::move(draft.out.slices);
  Signature& out = draft.out;
  out.slices.clear();
  const char* at = draft.text.data();
  for (const SignatureSlice& slice : taken) {
    add_rest(out, {at, static_cast<std::size_t>(slice.text.data() - at)}, false);
    out.slices.push_back(slice);
    at = slice.text.data() + slice.text.size();
  }
  add_rest(out, {at, static_cast<std::size_t>(draft.text.data() + draft.text.size() - at)}, true);
}

}  // namespace

void Draft::insert(const SignatureSlice& slice) {
  auto at = out.slices.end();
  while (at != out.slices.begin() && std::less<>{}(slice.text.data(), (at - 1)->text.data())) --at;
  out.slices.insert(at, slice);
}

void take_email_and_website(Draft& draft) {
  // The address that a name agrees with, else the first one.
  const Contact* email = nullptr;
  std::size_t emails = 0;
  bool agreed = false;
  for (const Contact& one : draft.contacts) {
    if (one.kind != ContactKind::email) continue;
    if (email != nullptr && email->text == one.text) continue;
    ++emails;
    const bool agrees_here = !agreed && emails <= most_emails &&
                             std::any_of(draft.pieces.begin(), draft.pieces.end(), [&](const Piece& piece) {
                               if (piece.prose) return false;
                               const Person person = read_person(piece.text.substr(0, piece.text.find(',')));
                               return person && agrees(person, text::fold(one.text));
                             });
    if (email == nullptr || agrees_here) email = &one;
    agreed = agreed || agrees_here;
  }
  const bool has_other = std::any_of(draft.contacts.begin(), draft.contacts.end(),
                                     [](const Contact& one) { return one.kind != ContactKind::email; });
  if (email != nullptr) {
    draft.take(SignaturePart::email, email->text, emails == 1 || agreed ? Confidence::high : Confidence::medium,
               email->label);
    draft.email = text::fold(email->text);
    draft.domain = matching::match_keys({{}, email->text, {}, {}}).email_domain;
  }
  const Contact* website = nullptr;
  for (const Contact& one : draft.contacts) {
    if (one.kind != ContactKind::web || !checks::parse_website(one.text, checks::IdnaData{draft.section("IDNA")}))
      continue;
    const std::string key = matching::match_keys({{}, {}, {}, one.text}).website;
    // A page at a host of many is not the company's.
    const bool shared = key.empty() || key.find('/') != std::string::npos;
    if (shared && one.label.empty()) continue;
    if (website != nullptr && (draft.domain.empty() || key != draft.domain)) continue;
    if (website != nullptr && matching::match_keys({{}, {}, {}, website->text}).website == draft.domain) continue;
    website = &one;
  }
  if (website != nullptr) {
    draft.take(SignaturePart::website, website->text, Confidence::high, website->label);
    if (draft.domain.empty()) draft.domain = matching::match_keys({{}, {}, {}, website->text}).website;
  }
  // An address for itself or with a label, a number or a site: only signatures have them outside of sentences.
  draft.evidence = has_other || (email != nullptr && !email->in_prose);
}

std::string Signature::text(SignaturePart part) const {
  std::string all;
  for (const SignatureSlice& slice : slices) {
    if (slice.part != part) continue;
    if (!all.empty()) all.push_back('\n');
    all.append(slice.text);
  }
  return all;
}

Confidence Signature::confidence(SignaturePart part) const {
  Confidence least = Confidence::none;
  for (const SignatureSlice& slice : slices) {
    if (slice.part == part && (least == Confidence::none || slice.confidence < least)) least = slice.confidence;
  }
  return least;
}

Signature split_signature(const atlas::Atlas* atlas, std::string_view text, std::string_view country_hint) {
  Draft draft;
  draft.atlas = atlas;
  draft.text = text;
  draft.hint = country_hint;
  if (is_over_limits(text)) {
    draft.out.slices.push_back({text, SignaturePart::rest, Confidence::none});
    return std::move(draft.out);
  }
  read_lines(draft);
  find_contacts(draft);
  take_email_and_website(draft);
  note_phone_country(draft);
  break_pieces(draft);
  take_name_by_email(draft);
  take_organization(draft);
  take_title(draft);
  take_name(draft);
  take_address(draft);
  take_phones(draft);
  take_by_place(draft);
  split_name(draft);
  finish(draft);
  return std::move(draft.out);
}

}  // namespace vestibule::paste

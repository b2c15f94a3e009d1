// Phone numbers to phone and mobile phone, by their labels and the plans of their countries.
#include <algorithm>

#include "signature_draft.hpp"
#include "signature_words.hpp"
#include "vestibule/checks/phone.hpp"
#include "vestibule/checks/phone_number.hpp"
#include "vestibule/text/ascii.hpp"

namespace vestibule::paste {
namespace {

// Fewer digits may be a postal code, a date or a room.
constexpr std::size_t least_bare_digits = 7;

std::size_t count_digits(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), text::is_digit));
}

bool is_international(std::string_view text) {
  return text.starts_with('+') || text.starts_with("(+") || text.starts_with("00");
}

struct Judged {
  Confidence sure = Confidence::none;
  bool mobile = false;  // says the plan
};

Judged judge(const Draft& draft, const Contact& one, std::string_view country) {
  const atlas::PhonePlans& plans = atlas::phones_of(draft.atlas);
  if (!plans.loaded()) return {Confidence::low, false};
  const auto number = checks::read_phone(one.text, plans, country);
  const bool named = !one.label.empty();
  if (!number || !number.value().valid()) {
    const bool possible = number && number.value().possible;
    return {named && possible ? Confidence::medium : Confidence::low, false};
  }
  const bool mobile = number.value().type == checks::PhoneType::mobile;
  // A national number is of the country of the address if that is known; else of that of another number, perhaps.
  const bool known = is_international(one.text) || country == draft.out.country || country == draft.hint;
  return {known && (named || is_international(one.text)) ? Confidence::high : Confidence::medium, mobile};
}

void take_number(Draft& draft, const Contact& one, Judged judged) {
  const bool labelled_phone = one.kind == ContactKind::phone && !one.label.empty();
  SignaturePart part = one.kind == ContactKind::mobile || (judged.mobile && !labelled_phone)
                           ? SignaturePart::mobile_phone
                           : SignaturePart::phone;
  if (draft.has(part)) {
    // The second "Tel." is the mobile one if the plan says so.
    if (part != SignaturePart::phone || !judged.mobile || draft.has(SignaturePart::mobile_phone)) return;
    part = SignaturePart::mobile_phone;
    judged.sure = std::min(judged.sure, Confidence::medium);
  }
  draft.take(part, one.text, judged.sure, one.label);
}

}  // namespace

bool is_bare_number(std::string_view text, std::size_t least) {
  // Behind a label of no list, and in front of an extension.
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos) text.remove_prefix(colon + 1);
  text = text.substr(0, text.find_first_of("xe"));
  const std::size_t digits = colon != std::string_view::npos ? std::min(least, least_bare_digits) : least;
  return text.find_first_not_of("0123456789+()-./ ") == std::string_view::npos && count_digits(text) >= digits;
}

void note_phone_country(Draft& draft) {
  const atlas::PhonePlans& plans = atlas::phones_of(draft.atlas);
  if (!plans.loaded()) return;
  for (const Contact& one : draft.contacts) {
    if (one.kind == ContactKind::email || one.kind == ContactKind::web || !is_international(one.text)) continue;
    const auto number = checks::read_phone(one.text, plans, draft.hint);
    if (!number || !number.value().valid() || number.value().region() == "001") continue;
    draft.phone_country = number.value().region();
    return;
  }
}

void take_phones(Draft& draft) {
  const std::string country = !draft.out.country.empty() ? draft.out.country
                              : !draft.hint.empty()      ? std::string{draft.hint}
                                                         : draft.phone_country;
  for (const Contact& one : draft.contacts) {
    if (one.kind == ContactKind::phone || one.kind == ContactKind::mobile)
      take_number(draft, one, judge(draft, one, country));
  }
  for (Piece& piece : draft.pieces) {
    if (!piece.open || piece.prose || piece.named != SignaturePart::rest || draft.has(SignaturePart::phone)) continue;
    if (is_register_line(piece.text)) continue;
    const bool sure = is_bare_number(piece.text, sure_bare_digits) && checks::parse_phone(piece.text);
    const bool digits = piece.text.find_first_not_of("0123456789()-./ ") == std::string_view::npos &&
                        count_digits(piece.text) >= least_bare_digits;
    if (!sure && !digits) continue;
    const Contact one{ContactKind::phone, piece.text, {}, false, false};
    const Judged judged = judge(draft, one, country);
    if (judged.sure == Confidence::low && (!sure || !draft.evidence)) continue;
    const std::size_t before = draft.out.slices.size();
    take_number(draft, one, judged);
    piece.open = draft.out.slices.size() == before;
  }
}

}  // namespace vestibule::paste

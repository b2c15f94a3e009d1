// E-mail addresses, phone numbers and web addresses in the pieces, with the labels in front of them.
#include <algorithm>
#include <optional>

#include "signature_draft.hpp"
#include "signature_prose.hpp"
#include "signature_scan.hpp"
#include "signature_values.hpp"
#include "signature_words.hpp"
#include "vestibule/checks/email.hpp"
#include "vestibule/matching/keys.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/match_key.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::paste {
namespace {

bool fits(Label label, ContactKind kind) {
  switch (label) {
    case Label::email: return kind == ContactKind::email;
    case Label::web: return kind == ContactKind::web;
    case Label::phone:
    case Label::mobile:
    case Label::filler:
    case Label::fax: return kind != ContactKind::email && kind != ContactKind::web;
    default: return false;
  }
}

SignaturePart part_of(Label label) {
  switch (label) {
    case Label::name: return SignaturePart::name;
    case Label::title: return SignaturePart::title;
    case Label::organization: return SignaturePart::organization;
    case Label::address: return SignaturePart::street;
    default: return SignaturePart::rest;
  }
}

class PieceReader {
 public:
  PieceReader(const Piece& piece, const Domains& domains) : piece_{piece}, domains_{domains}, text_{piece.text} {}

  void run() {
    read_name_label();
    while (at_ < text_.size()) {
      if (is_separator(text::decode(text_, at_).code_point) && !opens_number()) {
        step();
        continue;
      }
      if (!read_contact()) skip_word();
    }
    end_fragment(text_.size());
  }

  // A sentence keeps all but its e-mail addresses.
  void give(std::vector<Piece>& pieces, std::vector<Contact>& contacts) {
    const bool prose = piece_.prose || std::any_of(fragments_.begin(), fragments_.end(), [&](const Piece& one) {
                         return is_prose(one.text) ||
                                (!contacts_.empty() && count_words(one.text) > 1 && is_small(first_of(one.text)));
                       });
    for (Contact one : contacts_) {
      if (prose && one.kind != ContactKind::email) continue;
      one.in_prose = prose;
      if (prose) one.label = {};
      contacts.push_back(one);
    }
    for (Piece one : fragments_) {
      one.prose = one.prose || prose;
      pieces.push_back(one);
    }
  }

 private:
  [[nodiscard]] bool opens_number() const {
    return text_[at_] == '(' && at_ + 1 < text_.size() && (text_[at_ + 1] == '+' || text::is_digit(text_[at_ + 1]));
  }

  void step() { at_ += text::decode(text_, at_).size; }

  void skip_word() {
    step();
    while (at_ < text_.size() && !ends_value(text_[at_])) step();
  }

  // "Company: Acme": a label with a colon at the beginning names the whole piece.
  void read_name_label() {
    const ReadLabel label = read_label(text_, 0);
    if (!label.colon || part_of(label.kind) == SignaturePart::rest || label.end == text_.size()) return;
    named_ = part_of(label.kind);
    label_ = trim_label(0, label.end);
    begin_ = at_ = label.end;
  }

  bool read_contact() {
    const ReadLabel label = read_label(text_, at_);
    std::optional<Contact> contact;
    // "www:" and "E." are labels, "www.acme.example" and "e.doe@acme.example" begin with none.
    const std::string_view solid = solid_value(text_, at_);
    const bool whole = is_web(solid) || (!label.colon && checks::parse_email(solid).ok());
    if (label.kind != Label::none && !whole) contact = read_value(text_, label.end, label, domains_);
    const bool labelled = contact && fits(label.kind, contact->kind);
    if (labelled) {
      contact->label = trim_label(at_, label.end);
    } else {
      contact = read_value(text_, at_, {}, domains_);
    }
    if (!contact || (!labelled && is_register_number(*contact))) return false;
    end_fragment(at_);
    at_ = static_cast<std::size_t>(contact->text.data() - text_.data()) + contact->text.size();
    begin_ = at_;
    contacts_.push_back(*contact);
    return true;
  }

  // Of an account or a register: "IBAN: DE89 3704 0044 0532 0130 00".
  [[nodiscard]] bool is_register_number(const Contact& contact) const {
    const bool number = contact.kind == ContactKind::phone || contact.kind == ContactKind::mobile;
    return number && !contact.text.starts_with('+') && is_register_line(text_);
  }

  [[nodiscard]] std::string_view trim_label(std::size_t begin, std::size_t end) const {
    std::string_view label = text_.substr(begin, end - begin);
    while (!label.empty() && (label.back() == ' ' || label.back() == '(')) label.remove_suffix(1);
    return label;
  }

  void end_fragment(std::size_t end) {
    std::string_view text = trim_signs(text_.substr(begin_, end - begin_));
    while (text.ends_with('<') || text.ends_with('(') || text.ends_with('['))
      text = trim_signs(text.substr(0, text.size() - 1));
    while (text.starts_with('>') || text.starts_with(')') || text.starts_with(']')) text = trim_signs(text.substr(1));
    if (text.empty()) return;
    fragments_.push_back({text, piece_.prose, true, named_, label_});
    named_ = SignaturePart::rest;
    label_ = {};
  }

  const Piece& piece_;
  const Domains& domains_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;  // of the fragment being read
  SignaturePart named_ = SignaturePart::rest;
  std::string_view label_;
  std::vector<Piece> fragments_;
  std::vector<Contact> contacts_;
};

}  // namespace

void find_contacts(Draft& draft) {
  std::vector<Piece> pieces;
  Domains domains;
  // Twice: a bare domain may stand above the e-mail address that it is known by.
  for (int round = 0; round < 2; ++round) {
    pieces.clear();
    draft.contacts.clear();
    for (const Piece& piece : draft.pieces) {
      PieceReader reader{piece, domains};
      reader.run();
      reader.give(pieces, draft.contacts);
    }
    for (const Contact& one : draft.contacts) {
      if (one.kind != ContactKind::email) continue;
      const std::string folded = text::fold(one.text);
      domains.emplace_back(matching::registrable_part(std::string_view{folded}.substr(folded.rfind('@') + 1)));
    }
  }
  draft.pieces = std::move(pieces);
}

}  // namespace vestibule::paste

// What the steps of reading a signature share. Internal to paste.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vestibule/paste/signature.hpp"

namespace vestibule::paste {

// A stretch of a line between separators that no step has taken yet.
struct Piece {
  std::string_view text;
  bool prose = false;                         // a sentence, or part of one: nothing is taken from it
  bool open = true;                           // not taken
  SignaturePart named = SignaturePart::rest;  // what a label says it is; street: the address
  std::string_view label;                     // that label
};

enum class ContactKind : std::uint8_t { email, phone, mobile, fax, web };

// A value that looks like one of the kinds.
struct Contact {
  ContactKind kind = ContactKind::phone;
  std::string_view text;
  std::string_view label;  // "" without one
  bool bare = false;       // a domain without scheme and "www."
  bool in_prose = false;
};

struct Draft {
  const atlas::Atlas* atlas = nullptr;
  std::string_view text;
  std::string_view hint;
  std::vector<Piece> pieces;      // in the order of the text
  std::vector<Contact> contacts;  // too
  std::string email;              // the one taken, folded
  std::string domain;             // registrable part of its host or of the website's; "" when it says nothing
  std::string phone_country;      // of an international number
  std::size_t name_at = none;     // its piece
  bool evidence = false;          // something stands here that only signatures have
  Signature out;

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  [[nodiscard]] std::string_view section(std::string_view tag) const {
    return atlas != nullptr ? atlas->section(tag) : std::string_view{};
  }
  [[nodiscard]] bool has(SignaturePart part) const { return out.confidence(part) != Confidence::none; }
  void take(SignaturePart part, std::string_view slice, Confidence confidence, std::string_view label = {}) {
    if (!label.empty()) insert({label, SignaturePart::label, Confidence::none});
    insert({slice, part, confidence});
  }
  void take(SignaturePart part, Piece& piece, Confidence confidence) {
    take(part, piece.text, confidence, piece.label);
    piece.open = false;
  }
  // In the order of the text; there are as many slices as parts and lines of an address.
  void insert(const SignatureSlice& slice);
};

// `least` digits and more with what stands between them in phone numbers, perhaps with an extension, or seven behind a colon.
[[nodiscard]] bool is_bare_number(std::string_view text, std::size_t least);
inline constexpr std::size_t sure_bare_digits = 10;  // fewer may be a postal code
// The name of a country, or a line that ends in one.
[[nodiscard]] bool is_place(const Draft& draft, std::string_view text);

// The steps, in this order. Each takes what it is sure of and leaves the rest to the next.
void read_lines(Draft& draft);     // lines to pieces, without what is above a delimiter or a closing
void find_contacts(Draft& draft);  // values and labels out of the pieces
void take_email_and_website(Draft& draft);
void note_phone_country(Draft& draft);
void break_pieces(Draft& draft);  // "Jane Doe, CEO" to two pieces
void take_name_by_email(Draft& draft);
void take_organization(Draft& draft);
void take_title(Draft& draft);
void take_name(Draft& draft);
void take_address(Draft& draft);
void take_phones(Draft& draft);
void take_by_place(Draft& draft);  // what only stands where a title or an organisation would
void split_name(Draft& draft);     // first and last name

}  // namespace vestibule::paste

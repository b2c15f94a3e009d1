/// The signature of a mail, pasted, becomes fields: what is sure, what is likely, what is a guess, and what was left over.
/// Depends on: address/split, atlas/atlas.
///
/// Parts come back as they were typed; the fields' own rules bring them to their canonical form. Nothing is lost: every
/// word of the text is in exactly one slice, and between slices stand only white space and signs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vestibule/address/split.hpp"
#include "vestibule/atlas/atlas.hpp"

namespace vestibule::paste {

using address::Confidence;

/// Where a slice went. Only the street may have several slices: of what else is found twice, the second is rest.
enum class SignaturePart : std::uint8_t {
  name,  ///< of the person, with "Dr." and "MBA": who signs so wants to be called so
  title,
  organization,
  email,
  phone,
  mobile_phone,
  website,
  street,
  district,
  city,
  state,
  postal_code,
  country,
  label,  ///< "Tel.", "E-mail:", the "at" of "CEO at Acme": says what stands beside it and is no part
  rest,   ///< everything else: greetings, fax numbers, registers, slogans, second numbers
};
inline constexpr std::size_t signature_part_count = static_cast<std::size_t>(SignaturePart::rest) + 1;

struct SignatureSlice {
  std::string_view text;
  SignaturePart part = SignaturePart::rest;
  Confidence confidence = Confidence::none;
};

/// Views of the text: it must outlive them.
struct Signature {
  std::vector<SignatureSlice> slices;  ///< disjoint, in the order of the text

  /// Inside of the slice of the name, without honorifics and degrees; never as sure as the name itself.
  std::string_view first_name;
  std::string_view last_name;
  Confidence names_confidence = Confidence::none;

  std::string country;  ///< alpha-2, of the address; "" when it neither names nor implies one
  Confidence country_confidence = Confidence::none;  ///< high when a slice names it

  /// All slices of a part, joined by "\n".
  [[nodiscard]] std::string text(SignaturePart part) const;
  /// That of its least sure slice.
  [[nodiscard]] Confidence confidence(SignaturePart part) const;
};

/// Splits a signature, or the end of a mail with one. With the delimiter "-- " only what follows it is read, else what
/// follows a closing ("Kind regards,"); quote signs are passed over. Sentences keep everything but their e-mail addresses.
///
///   e-mail        its syntax: high; medium when another one could be meant
///   website       with a scheme, "www.", a label, or the domain of the e-mail: high
///   phones        by their labels and the plan of their country: high; a bare national number: medium. Which one is
///                 mobile says the label, else the plan
///   name          agrees with the e-mail address or has a label: high; the only line that looks like one, beside other
///                 contact details: medium; else low
///   title         a word for a role, beside the name: high; elsewhere: medium. Between name and organisation: low
///   organisation  its legal form, or a label: high; a form that could be a word or a state ("Acme SE"), or only the domain
///                 of the e-mail or the website: medium. Behind a title: low
///   address       by split_address, for the country it names, `country_hint`, what its form implies, or that of a
///                 phone number or a domain (then at most medium). Without a postal code or a named country, or
///                 where nothing else is found: low
///
/// What was taken for its place alone is low. What looks like nothing is rest.
///
/// Without an atlas there are no plans and no addresses: phones go by their form (low), addresses stay rest.
///
/// Input   valid UTF-8; `country_hint` as alpha-2 or ""; `atlas` may be null
/// Limits  4,000 bytes and 30 lines that are not blank; what is over them comes back as the rest, as a whole
/// Cost    linear in the text; the address as split_address, a handful of times
/// Source  RFC 3676 4.3 ("-- "), RFC 5322 (mail); the words are those of our own corpus (tests/vectors/split)
/// Vectors tests/vectors/split/signature.json
[[nodiscard]] Signature split_signature(const atlas::Atlas* atlas, std::string_view text,
                                        std::string_view country_hint = {});

}  // namespace vestibule::paste

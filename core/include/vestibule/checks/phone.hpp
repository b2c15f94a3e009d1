/// Phone numbers by their structure; which numbers a country really assigns is the atlas's matter.
/// Depends on: result, code, limits.
#pragma once

#include <string>
#include <string_view>

#include "vestibule/code.hpp"
#include "vestibule/result.hpp"

namespace vestibule::checks {

struct Phone {
  std::string
      text;  ///< "+14155552671", "+14155552671 x123"; a national number as typed, with ASCII digits, round brackets
             ///< for square ones and a dash for a tilde
  bool international = false;  ///< it began with "+"

  friend bool operator==(const Phone&, const Phone&) = default;
};

/// Reads a number the way people write it.
///
///   number     = [ "tel:" ] [ "+" ] digits and separators [ extension ]; a tel: URI may have ;ext= and ;phone-context=
///   separators   space . - / ~ ( ) [ ] and the Unicode dashes; "(0)" after a country code is a trunk zero and is dropped
///   extension  = ( "x" | "ext" | "extn" | "extension" | "int" | "anexo" | "dob" | "#" | "~" | "," | ",," | ";" | ";ext=" )
///                1-9 digits, with a dot or a colon behind a word, in the spellings of Spanish and Russian too, and a last "#";
///                before that "#" up to 6 digits behind a space or a dash are one without a mark
///
/// Decimal digits of every script count as digits. Letters are refused: which digit a letter stands for is not the same everywhere.
///
/// Input   UTF-8, already cleaned
/// Limits  4 to 15 digits without the extension (ITU-T E.164 6.2), 80 characters without it and 96 with it (ours)
/// Errors  phone.syntax, phone.length
/// Cost    linear, one allocation
[[nodiscard]] Result<Phone, Code> parse_phone(std::string_view input);

}  // namespace vestibule::checks

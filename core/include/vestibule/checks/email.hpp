/// E-mail addresses.
/// Depends on: result, code, limits.
#pragma once

#include <string>
#include <string_view>

#include "vestibule/code.hpp"
#include "vestibule/result.hpp"

namespace vestibule::checks {

struct Email {
  std::string text;            ///< domain in lower case, local part as it came
  bool international = false;  ///< a part is not ASCII: needs SMTPUTF8 (RFC 6531)

  friend bool operator==(const Email&, const Email&) = default;
};

/// Parses one address: dot-atom "@" domain of at least two labels.
///
///   dot-atom  1-64 octets; runs of  A-Z a-z 0-9 ! # $ % & ' * + - / = ? ^ _ ` { | } ~  or non-ASCII, joined by single dots
///   label     1-63 octets; letters, digits, hyphens inside, or non-ASCII; the last label is not all digits
///
/// Refused on purpose although an RFC knows them: quoted local parts, comments, address literals, single-label domains,
/// display names. None of them is an address a customer can be reached at by today's systems.
///
/// Input   UTF-8, already cleaned
/// Limits  254 octets, 64 before the "@", 63 a label (RFC 5321 4.5.3.1, RFC 1035 2.3.4)
/// Errors  email.too_long, email.syntax; the first one found
/// Cost    linear, one allocation
/// Source  https://html.spec.whatwg.org/#valid-e-mail-address, RFC 5321 4.1.2, RFC 6531 3.3
[[nodiscard]] Result<Email, Code> parse_email(std::string_view input);

}  // namespace vestibule::checks

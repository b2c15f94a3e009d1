/// E-mail addresses.
/// Depends on: result, code, limits, checks/idna_data.
#pragma once

#include <string>
#include <string_view>

#include "vestibule/checks/idna_data.hpp"
#include "vestibule/code.hpp"
#include "vestibule/result.hpp"

namespace vestibule::checks {

struct Email {
  std::string text;            ///< the local part as it came, the domain as below
  bool international = false;  ///< not ASCII: needs SMTPUTF8 (RFC 6531)
  bool checked = true;         ///< false: the domain needs IDNA and there was no data

  /// What follows the "@".
  [[nodiscard]] std::string_view domain() const { return std::string_view{text}.substr(text.rfind('@') + 1); }

  friend bool operator==(const Email&, const Email&) = default;
};

/// Parses one address: dot-atom "@" domain of at least two labels.
///
///   dot-atom  1-64 octets; runs of  A-Z a-z 0-9 ! # $ % & ' * + - / = ? ^ _ ` { | } ~  or non-ASCII, joined by single dots
///   label     1-63 octets; letters, digits, hyphens inside, or non-ASCII; the last label is not all digits
///
/// The domain comes back in lower case. One outside ASCII becomes A-labels after an ASCII local part, as a browser's own
/// e-mail field does it: every mail system can deliver to that, so it is not international. After a local part outside
/// ASCII it becomes U-labels, since such an address needs SMTPUTF8 anyway. "xn--" labels must mean something.
///
/// Refused on purpose although an RFC knows them: quoted local parts, comments, address literals, single-label domains,
/// display names. None of them is an address a customer can be reached at by today's systems.
///
/// Input   UTF-8, already cleaned
/// Limits  254 octets, 64 before the "@", 63 a label (RFC 5321 4.5.3.1, RFC 1035 2.3.4)
/// Errors  email.too_long, email.syntax; the first one found
/// Cost    linear
/// Source  https://html.spec.whatwg.org/#valid-e-mail-address, RFC 5321 4.1.2, RFC 6531 3.3, RFC 5890 2.3.2.1
/// Vectors tests/vectors/email.json
[[nodiscard]] Result<Email, Code> parse_email(std::string_view input, const IdnaData& idna = {});

}  // namespace vestibule::checks

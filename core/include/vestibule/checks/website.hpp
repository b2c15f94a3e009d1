/// Web addresses.
/// Depends on: result, code, limits.
#pragma once

#include <string>
#include <string_view>

#include "vestibule/code.hpp"
#include "vestibule/result.hpp"

namespace vestibule::checks {

struct Website {
  std::string
      text;  ///< "https://example.org/b": scheme and host in lower case, default port dropped, dot segments resolved

  friend bool operator==(const Website&, const Website&) = default;
};

/// Parses an http or https address; a bare host name gets "https://".
///
/// Stricter than the URL standard, because what is stored here is opened by staff later: no user name or password, no
/// IP address in any notation, no local name, at least two labels, no backslash. A host outside ASCII is kept as it is.
///
/// Input   UTF-8, already cleaned
/// Errors  url.syntax, url.scheme, url.userinfo, url.private_host
/// Cost    linear
/// Source  https://url.spec.whatwg.org/#url-parsing (special schemes), RFC 9110 4.2.4 (userinfo)
[[nodiscard]] Result<Website, Code> parse_website(std::string_view input);

}  // namespace vestibule::checks

/// Web addresses.
/// Depends on: result, code, limits, checks/idna_data.
#pragma once

#include <string>
#include <string_view>

#include "vestibule/checks/idna_data.hpp"
#include "vestibule/code.hpp"
#include "vestibule/result.hpp"

namespace vestibule::checks {

struct Website {
  std::string text;     ///< "https://example.org/b": what the URL standard makes of the address, in ASCII
  std::string host;     ///< the host as people read it, in Unicode: "b\u00fccher.example"
  bool checked = true;  ///< false: the host needs IDNA and there was no data; it is kept as typed in `text`

  friend bool operator==(const Website&, const Website&) = default;
};

/// Parses an http or https address; a bare host name gets "https://".
///
/// What is accepted is written as the URL standard writes it: scheme and host in lower case, the host in A-labels, the
/// default port dropped, dot segments resolved, what must be percent-encoded encoded. A dot at the end of the host goes.
///
/// Stricter than the standard, because what is stored here is opened by staff later: no user name or password, no IP
/// address in any notation, no local name, at least two labels, no backslash, no white space, both slashes of "https://".
///
/// Input   UTF-8, already cleaned
/// Errors  url.syntax, url.scheme, url.userinfo, url.private_host; the first one found
/// Cost    linear
/// Source  https://url.spec.whatwg.org/#url-parsing (special schemes), RFC 9110 4.2.4 (userinfo)
/// Vectors tests/vectors/website.json
[[nodiscard]] Result<Website, Code> parse_website(std::string_view input, const IdnaData& idna = {});

}  // namespace vestibule::checks

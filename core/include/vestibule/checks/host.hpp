/// Host names, as e-mail addresses and web addresses need them.
/// Depends on: limits.
#pragma once

#include <string_view>

namespace vestibule::checks {

/// True for a name of at least two labels that could stand in the public DNS: labels of letters, digits and inner
/// hyphens (or non-ASCII characters, which IDNA would encode), 63 octets each, 253 in all, the last one not all digits
/// (an address would be). Source: RFC 1035 2.3.1, RFC 1123 2.1, RFC 3696 2.
[[nodiscard]] bool is_public_host(std::string_view host);

/// True for names that never leave a network: localhost, and the ends .localhost, .local, .internal, .lan, .home.arpa,
/// .test, .invalid, .onion. ".example" stays allowed, for documentation. Input: lower case. Source: RFC 6761, 6762, 8375, ICANN (.internal).
[[nodiscard]] bool is_local_name(std::string_view host);

}  // namespace vestibule::checks

/// Host names, as e-mail addresses and web addresses need them.
/// Depends on: limits.
#pragma once

#include <cstdint>
#include <string_view>

namespace vestibule::checks {

enum class HostUse : std::uint8_t {
  mail,
  web,  ///< a label may hold "_": browsers open such names, though no name for mail has one (RFC 2181 11)
};

/// True for a name of at least two labels that could stand in the public DNS: labels of letters, digits and inner
/// hyphens (or non-ASCII characters, which IDNA would encode), 63 octets each, 253 in all, the last one not all digits
/// (an address would be). What a name outside ASCII has once it is encoded is not known here, so it may be longer.
/// Source: RFC 1035 2.3.1, RFC 1123 2.1, RFC 3696 2.
[[nodiscard]] bool is_public_host(std::string_view host, HostUse use = HostUse::mail);

/// True for names that never leave a network: localhost, and the ends .localhost, .local, .internal, .lan, .home.arpa,
/// .test, .invalid, .onion. ".example" stays allowed, for documentation. Input: lower case. Source: RFC 6761, 6762, 8375, ICANN (.internal).
[[nodiscard]] bool is_local_name(std::string_view host);

/// True for an IPv4 address in one of its notations, or what only looks like one: the last label is a number.
/// Input: lower case. Source: https://url.spec.whatwg.org/#ends-in-a-number-checker
[[nodiscard]] bool ends_in_number(std::string_view host);

}  // namespace vestibule::checks

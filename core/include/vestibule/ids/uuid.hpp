/// UUIDs (RFC 9562): the ids Nue gives, and the keys a sign-up mints.
/// Depends on: result, code.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "vestibule/code.hpp"
#include "vestibule/result.hpp"

namespace vestibule::ids {

struct Uuid {
  std::array<std::uint8_t, 16> bytes{};

  /// The version digit: 4 is random, 7 is time-ordered; 0 and 15 belong to the nil and the max UUID.
  [[nodiscard]] constexpr int version() const { return bytes[6] >> 4; }
  [[nodiscard]] bool is_nil() const { return *this == Uuid{}; }
  [[nodiscard]] bool is_max() const;

  friend bool operator==(const Uuid&, const Uuid&) = default;
};

/// Parses the text form of RFC 9562 section 4, in any case: 8-4-4-4-12 hexadecimal digits and nothing else.
/// Every version and variant is well formed, the nil and the max UUID among them; braces, "urn:uuid:" and the
/// form without hyphens are not.
///
/// Errors  id.syntax
/// Cost    constant, no allocation
[[nodiscard]] Result<Uuid, Code> parse_uuid(std::string_view input);

/// The canonical text: 36 characters, lower case.
[[nodiscard]] std::string to_string(const Uuid& uuid);
void append_uuid(std::string& out, const Uuid& uuid);

/// A random UUID (version 4) from 16 bytes of the caller's randomness; 122 of its bits are kept.
[[nodiscard]] Uuid make_uuid_v4(const std::array<std::uint8_t, 16>& random);

using UuidV7Random = std::array<std::uint8_t, 10>;

/// A UUID in the order of time (version 7): `unix_ms`, milliseconds since 1970, of which 48 bits are kept (until the year
/// 10889), and 74 bits of the caller's randomness.
[[nodiscard]] Uuid make_uuid_v7(std::uint64_t unix_ms, const UuidV7Random& random);

/// The same, and always behind `previous`, also in the same millisecond and when the clock was set back: then it is
/// `previous` plus 1 to 2^32 by 32 bits of the randomness, as in RFC 9562 section 6.2 method 2; where the 74 bits are used
/// up it goes on in the next millisecond. A `previous` that is not of version 7 is no bound.
[[nodiscard]] Uuid make_uuid_v7_after(const Uuid& previous, std::uint64_t unix_ms, const UuidV7Random& random);

/// The time of a version 7 UUID, in milliseconds since 1970. Means nothing for any other version.
[[nodiscard]] std::uint64_t unix_ms_of(const Uuid& uuid);

}  // namespace vestibule::ids

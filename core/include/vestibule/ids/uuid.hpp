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

}  // namespace vestibule::ids

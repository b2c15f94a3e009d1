/// HMAC-SHA-256 (RFC 2104, RFC 4231).
/// Depends on: digest/sha256.
#pragma once

#include <string_view>

#include "vestibule/digest/sha256.hpp"

namespace vestibule::digest {

/// A key of more than 64 bytes is hashed first, as the RFC says.
[[nodiscard]] Sha256Digest hmac_sha256(std::string_view key, std::string_view message);

}  // namespace vestibule::digest

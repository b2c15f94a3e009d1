/// How the sandbox signs what it sends, so that a receiver can tell it from a forgery. Nue's way is not known; this one is
/// Standard Webhooks (symmetric, v1), which libraries in most languages verify.
/// Depends on: base64; digest/hmac of the core.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vestibule::sandbox {

/// "whsec_" and base64 of 24 random bytes.
[[nodiscard]] std::string new_webhook_secret();

/// The key in a secret.
/// Errors  nothing unless it is "whsec_" and base64 of 24 to 64 bytes
[[nodiscard]] std::optional<std::string> webhook_key(std::string_view secret);

/// The header webhook-signature: "v1," and base64 of HMAC-SHA-256 over "id.seconds.body".
/// `seconds` since 1970 are those of this attempt, so that a receiver can refuse what is old.
[[nodiscard]] std::string webhook_signature(std::string_view key, std::string_view id, std::int64_t seconds,
                                            std::string_view body);

}  // namespace vestibule::sandbox

/// Base64 with padding (RFC 4648 section 4).
/// Depends on: nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vestibule::sandbox {

[[nodiscard]] std::string to_base64(std::string_view bytes);

/// Errors  nothing for any text that to_base64() would not have written, byte for byte
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace vestibule::sandbox

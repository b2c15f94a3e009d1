/// Where a webhook is sent: a URL on this machine. What anybody may register must not make the sandbox speak to others.
/// Depends on: nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vestibule::sandbox {

struct WebhookUrl {
  bool tls = false;
  std::string host;  ///< "localhost" or a loopback address, "::1" without its brackets
  std::uint16_t port = 0;
  std::string target;  ///< path and query, "/" at least

  /// "127.0.0.1:8080" or "[::1]:8080", for the header.
  [[nodiscard]] std::string authority() const;
};

/// Reads http://host[:port][/path][?query], or https. A name is never looked up: localhost is 127.0.0.1 or ::1.
///
/// Limits  2,048 bytes of printable ASCII; no user, no fragment
/// Errors  nothing for any other URL, and for a host that is not this machine
[[nodiscard]] std::optional<WebhookUrl> parse_webhook_url(std::string_view text);

}  // namespace vestibule::sandbox

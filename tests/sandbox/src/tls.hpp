/// The TLS side of the server.
/// Depends on: net.
#pragma once

#include <boost/asio/ssl/context.hpp>
#include <memory>
#include <string>

#include "net.hpp"

namespace vestibule::sandbox {

/// TLS 1.2 or newer with a certificate chain and key from PEM files. Throws std::system_error's Boost twin when a file
/// cannot be read or the two do not belong together.
[[nodiscard]] std::unique_ptr<ssl::context> make_tls_context(const std::string& certificate, const std::string& key);

}  // namespace vestibule::sandbox

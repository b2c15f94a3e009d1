/// Every bound of the server, with its unit. What is over a bound is refused, never cut.
/// Depends on: nothing.
#pragma once

#include <chrono>
#include <cstddef>

namespace vestibule::sandbox::limits {

inline constexpr std::size_t url_max_bytes = 2'048;
inline constexpr std::size_t request_line_max_bytes = url_max_bytes + 32;  // a method, a version, two spaces
inline constexpr std::size_t headers_max_bytes = 16 * 1'024;
inline constexpr std::size_t header_max_bytes = 8 * 1'024;  // one line
inline constexpr std::size_t headers_max_count = 64;
inline constexpr std::size_t body_max_bytes = 5 * 1'024 * 1'024;
inline constexpr std::size_t state_max_bytes = 64 * 1'024 * 1'024;  // the body of /_sandbox/import
inline constexpr std::size_t buffer_max_bytes = 64 * 1'024;         // what a connection reads ahead

inline constexpr std::size_t parameters_max_count = 32;  // of a query
inline constexpr std::size_t filters_max_count = 8;
inline constexpr std::size_t filter_value_max_bytes = 255;
inline constexpr int page_limit_default = 100;
inline constexpr int page_limit_max = 500;

inline constexpr std::size_t connections_max = 512;
inline constexpr std::size_t requests_per_connection_max = 100;
inline constexpr std::size_t drain_max_bytes = 256 * 1'024;  // read and dropped before a connection is closed

// Before the first byte of a request: a second more than workerd keeps a connection for reuse, or the two would close it
// at the same moment and a request could be lost on the way.
inline constexpr std::chrono::seconds idle_timeout{6};
inline constexpr std::chrono::seconds header_timeout{5};  // from the first byte to the last of the head
inline constexpr std::chrono::seconds body_timeout{10};
inline constexpr std::chrono::seconds write_timeout{10};
inline constexpr std::chrono::seconds drain_timeout{1};

}  // namespace vestibule::sandbox::limits

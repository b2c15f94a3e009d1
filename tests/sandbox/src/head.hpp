/// The head of a request, read strictly: what parsers are known to disagree about is refused.
/// Depends on: head_scan, http_limits.
///
/// Beast then reads the same bytes to find the body. It takes by itself: "Content-Length: 5, 5", a repeated equal length,
/// folded lines, a Transfer-Encoding that does not end in chunked (as no body at all), any Host or none.
#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

#include "head_scan.hpp"

namespace vestibule::sandbox {

/// Views into the bytes that were read.
struct Head {
  std::string_view method;
  std::string_view target;  ///< origin form: a path and maybe a query
  bool http_1_0 = false;

  bool chunked = false;
  std::uint64_t content_length = 0;
  [[nodiscard]] bool has_body() const { return chunked || content_length > 0; }

  // Empty when not sent; `has_` where an empty value differs from none.
  std::string_view key;
  bool has_key = false;
  std::string_view content_type;
  std::string_view content_encoding;
  bool expects_continue = false;
  bool wants_close = false;  ///< this is the connection's last request
};

/// Reads a head that HeadScan found complete, its empty line included.
///
/// Errors  400 (syntax, Host, lengths, encodings, a header twice that stands once), 414, 417, 505
/// Source  RFC 9112 sections 3, 5, 6; RFC 9110 section 10.1.1
[[nodiscard]] std::variant<Head, HttpProblem> read_head(std::string_view bytes);

}  // namespace vestibule::sandbox

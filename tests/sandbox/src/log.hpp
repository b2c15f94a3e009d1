/// Lines of JSON on standard error. Never a value, a name, an address or a key: only what is listed here.
/// Depends on: nothing.
#pragma once

#include <cstddef>
#include <string_view>

namespace vestibule::sandbox {

struct RequestLine {
  std::string_view route;  ///< the template, "GET /customers/{customerId}"; never the path
  unsigned status = 0;
  double milliseconds = 0;    ///< from the whole head to the whole answer
  std::size_t bytes_in = 0;   ///< of the body
  std::size_t bytes_out = 0;  ///< of the body
};

void log_request(const RequestLine& line);

/// Something about the server itself: "start", "stop", "store.failed". `detail` is our own text.
void log_event(std::string_view event, std::string_view detail = {});

}  // namespace vestibule::sandbox

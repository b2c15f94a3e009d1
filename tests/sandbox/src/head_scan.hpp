/// Finding the end of a request's head while it arrives, within its limits and with lines that end in CR LF only.
/// Depends on: http_limits.
///
/// RFC 9112 section 2.2 lets a recipient take a bare LF for a line end. Two parsers that disagree about it see two
/// different requests, so here it is refused, as is a CR by itself.
#pragma once

#include <cstddef>
#include <string_view>

namespace vestibule::sandbox {

/// Why a request cannot be read. The connection is closed after the answer.
struct HttpProblem {
  unsigned status = 0;  ///< 0: no problem
  std::string_view code;
  std::string_view words;

  [[nodiscard]] explicit operator bool() const { return status != 0; }
  friend bool operator==(const HttpProblem&, const HttpProblem&) = default;
};

class HeadScan {
 public:
  enum class State { need_more, complete, refused };

  /// `bytes` is everything of this request that has arrived, what was seen before included. Cost: linear over all calls.
  [[nodiscard]] State feed(std::string_view bytes);

  [[nodiscard]] std::size_t size() const { return position_; }  ///< of the head, once complete; the empty line included
  [[nodiscard]] const HttpProblem& problem() const { return problem_; }

 private:
  [[nodiscard]] State refuse(const HttpProblem& problem);
  /// The limits of the line that ends, or has so far got to, position_.
  [[nodiscard]] HttpProblem check_lengths() const;

  std::size_t position_ = 0;    // the next byte to look at
  std::size_t line_begin_ = 0;  // of the line that position_ is in
  std::size_t headers_begin_ = 0;
  std::size_t lines_ = 0;  // complete lines
  HttpProblem problem_;
};

}  // namespace vestibule::sandbox

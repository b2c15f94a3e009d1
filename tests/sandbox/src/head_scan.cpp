#include "head_scan.hpp"

#include "http_limits.hpp"

namespace vestibule::sandbox {
namespace {

constexpr HttpProblem bad_line{400, "BAD_REQUEST", "lines of the head end in CR LF and hold no other CR or LF"};
constexpr HttpProblem url_too_long{414, "URL_TOO_LONG", "the URL has at most 2048 bytes"};
constexpr HttpProblem headers_too_large{431, "HEADERS_TOO_LARGE",
                                        "at most 64 headers of at most 8 KiB each, 16 KiB in all"};

}  // namespace

HeadScan::State HeadScan::feed(std::string_view bytes) {
  while (position_ < bytes.size()) {
    const char c = bytes[position_];
    if (c == '\n') return refuse(bad_line);  // one after a CR is taken with it below
    if (c != '\r') {
      ++position_;
      if (const HttpProblem problem = check_lengths()) return refuse(problem);
      continue;
    }
    if (position_ + 1 == bytes.size()) return State::need_more;
    if (bytes[position_ + 1] != '\n') return refuse(bad_line);
    const bool empty = position_ == line_begin_;
    if (empty && lines_ == 0) return refuse(bad_line);
    position_ += 2;
    if (empty) return State::complete;
    ++lines_;
    if (lines_ == 1) headers_begin_ = position_;
    line_begin_ = position_;
    if (lines_ > limits::headers_max_count + 1) return refuse(headers_too_large);
  }
  return State::need_more;
}

HttpProblem HeadScan::check_lengths() const {
  if (lines_ == 0) return position_ > limits::request_line_max_bytes ? url_too_long : HttpProblem{};
  const bool too_large =
      position_ - line_begin_ > limits::header_max_bytes || position_ - headers_begin_ > limits::headers_max_bytes;
  return too_large ? headers_too_large : HttpProblem{};
}

HeadScan::State HeadScan::refuse(const HttpProblem& problem) {
  problem_ = problem;
  return State::refused;
}

}  // namespace vestibule::sandbox

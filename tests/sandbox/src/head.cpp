#include "head.hpp"

#include <algorithm>
#include <charconv>

#include "http_limits.hpp"
#include "text.hpp"

namespace vestibule::sandbox {
namespace {

constexpr HttpProblem none{};
constexpr HttpProblem bad_line{400, "BAD_REQUEST", "the request line is damaged"};
constexpr HttpProblem bad_header{400, "BAD_REQUEST", "a header line is damaged"};
constexpr HttpProblem bad_host{400, "BAD_REQUEST", "exactly one Host header is needed"};
constexpr HttpProblem bad_length{400, "BAD_REQUEST",
                                 "Content-Length is one number, sent once and without Transfer-Encoding"};
constexpr HttpProblem bad_encoding{400, "BAD_REQUEST", "Transfer-Encoding is chunked or absent, and HTTP/1.1 only"};
constexpr HttpProblem twice{400, "BAD_REQUEST", "a header that stands once was sent twice"};
constexpr HttpProblem bad_expectation{417, "BAD_EXPECTATION", "the only expectation known is 100-continue"};
constexpr HttpProblem bad_version{505, "BAD_VERSION", "HTTP/1.1 only"};
constexpr HttpProblem url_too_long{414, "URL_TOO_LONG", "the URL has at most 2048 bytes"};

// The headers that decide something. Each may stand once.
struct Known {
  bool host = false;
  bool length = false;
  bool encoding = false;
  bool type = false;
  bool coding = false;
  bool expect = false;
};

// RFC 9112 section 2.3: HTTP-version = "HTTP" "/" DIGIT "." DIGIT
bool is_version(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return text.size() == 8 && text.starts_with("HTTP/") && is_digit(text[5]) && text[6] == '.' && is_digit(text[7]);
}

HttpProblem read_request_line(std::string_view line, Head& head) {
  const std::size_t first = line.find(' ');
  if (first == std::string_view::npos) return bad_line;
  const std::size_t second = line.find(' ', first + 1);
  if (second == std::string_view::npos) return bad_line;
  head.method = line.substr(0, first);
  head.target = line.substr(first + 1, second - first - 1);
  const std::string_view version = line.substr(second + 1);
  if (!is_token(head.method)) return bad_line;
  if (head.target.size() > limits::url_max_bytes) return url_too_long;
  if (!head.target.starts_with('/')) return bad_line;
  for (const char c : head.target) {
    // RFC 3986: anything else travels percent-encoded, and a fragment does not travel at all.
    if (c <= ' ' || c > '~' || c == '#') return bad_line;
  }
  head.http_1_0 = version == "HTTP/1.0";
  if (head.http_1_0 || version == "HTTP/1.1") return none;
  return is_version(version) ? bad_version : bad_line;
}

HttpProblem read_length(std::string_view value, std::uint64_t& length) {
  for (const char c : value) {
    if (c < '0' || c > '9') return bad_length;
  }
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
  return error == std::errc{} && end == value.data() + value.size() ? none : bad_length;
}

// Marks a header as seen; the problem when it was seen before.
HttpProblem once(bool& seen, const HttpProblem& problem = twice) {
  if (seen) return problem;
  seen = true;
  return none;
}

bool lists(std::string_view list, std::string_view token) {
  while (!list.empty()) {
    const std::string_view item = list.substr(0, list.find(','));
    if (equals_ignoring_case(trim_space(item), token)) return true;
    list.remove_prefix(std::min(list.size(), item.size() + 1));
  }
  return false;
}

HttpProblem read_header(std::string_view name, std::string_view value, Head& head, Known& known) {
  if (equals_ignoring_case(name, "host")) return once(known.host, bad_host);
  if (equals_ignoring_case(name, "content-length")) {
    if (const HttpProblem problem = once(known.length, bad_length)) return problem;
    return read_length(value, head.content_length);
  }
  if (equals_ignoring_case(name, "transfer-encoding")) {
    head.chunked = true;
    if (!equals_ignoring_case(value, "chunked")) return bad_encoding;
    return once(known.encoding, bad_encoding);
  }
  if (equals_ignoring_case(name, "nue-api-key")) {
    head.key = value;
    return once(head.has_key);
  }
  if (equals_ignoring_case(name, "content-type")) {
    head.content_type = value;
    return once(known.type);
  }
  if (equals_ignoring_case(name, "content-encoding")) {
    head.content_encoding = value;
    return once(known.coding);
  }
  if (equals_ignoring_case(name, "connection")) {
    head.wants_close = head.wants_close || lists(value, "close");
    return none;
  }
  if (equals_ignoring_case(name, "expect")) {
    head.expects_continue = true;
    return equals_ignoring_case(value, "100-continue") ? once(known.expect) : bad_expectation;
  }
  return none;
}

HttpProblem read_header_line(std::string_view line, Head& head, Known& known) {
  // A line that starts with a space continues the one before (obs-fold); its name is no token, like one before " :".
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return bad_header;
  const std::string_view value = trim_space(line.substr(colon + 1));
  for (const char c : value) {
    if ((static_cast<unsigned char>(c) < ' ' && c != '\t') || c == 0x7F) return bad_header;
  }
  return read_header(line.substr(0, colon), value, head, known);
}

}  // namespace

std::variant<Head, HttpProblem> read_head(std::string_view bytes) {
  Head head;
  Known known;
  bool first = true;
  for (std::size_t end = bytes.find("\r\n"); end != std::string_view::npos && end > 0; end = bytes.find("\r\n")) {
    const std::string_view line = bytes.substr(0, end);
    const HttpProblem problem = first ? read_request_line(line, head) : read_header_line(line, head, known);
    if (problem) return problem;
    first = false;
    bytes.remove_prefix(end + 2);
  }
  if (!known.host && !head.http_1_0) return bad_host;
  if (head.chunked && known.length) return bad_length;
  if (head.chunked && head.http_1_0) return bad_encoding;
  head.wants_close = head.wants_close || head.http_1_0;
  head.expects_continue = head.expects_continue && !head.http_1_0;  // RFC 9110 section 10.1.1
  return head;
}

}  // namespace vestibule::sandbox

#include "exchange.hpp"

#include <array>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/write.hpp>
#include <ctime>
#include <sstream>

#include "clock.hpp"
#include "http_limits.hpp"

namespace vestibule::sandbox {
namespace {

namespace http = beast::http;

// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110 section 5.6.7).
std::string http_date() {
  const std::time_t seconds = static_cast<std::time_t>(now() / 1'000);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 64> text{};
  // The program never sets a locale, so the names are English.
  const std::size_t size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return {text.data(), size};
}

}  // namespace

void prepare(BodyParser& parser, std::size_t body_max) {
  // The head has passed stricter limits; this bounds the trailers of a chunked body.
  parser.header_limit(static_cast<std::uint32_t>(limits::request_line_max_bytes + limits::headers_max_bytes + 256));
  parser.body_limit(body_max);
}

std::optional<Response> body_problem(const NetworkError& error) {
  if (error == http::error::body_limit) return failure(413, "BODY_TOO_LARGE", "the body is too large");
  if (error == http::error::buffer_overflow || error == http::error::header_limit) {
    return failure(431, "HEADERS_TOO_LARGE", "chunk extensions or trailers are too large");
  }
  if (error == http::error::end_of_stream || error == http::error::partial_message) return std::nullopt;
  // What remains of Beast's errors is about damaged chunks; other categories are about the network.
  if (error.category() != http::make_error_code(http::error::bad_chunk).category()) return std::nullopt;
  return failure(400, "BAD_REQUEST", "the body's chunks are damaged");
}

Message make_message(Response response) {
  Message message{static_cast<http::status>(response.status), 11};
  message.set(http::field::date, http_date());
  message.set(http::field::content_type, std::string{response.media_type});
  message.set(http::field::cache_control, "no-store");
  message.set("X-Content-Type-Options", "nosniff");
  message.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  if (!response.allow.empty()) message.set(http::field::allow, response.allow);
  if (!response.retry_after.empty()) message.set(http::field::retry_after, response.retry_after);
  message.body() = std::move(response.body);
  message.keep_alive(!response.close);
  message.prepare_payload();
  return message;
}

void put_page(Message& message) {
  message.set(http::field::content_type, "text/html");
  message.body() = "<html><head><title>Upstream</title></head><body><h1>The service answered.</h1></body></html>\n";
  message.prepare_payload();
}

std::string first_half(const Message& message) {
  std::ostringstream bytes;
  bytes << message.base() << std::string_view{message.body()}.substr(0, message.body().size() / 2);
  return std::move(bytes).str();
}

}  // namespace vestibule::sandbox

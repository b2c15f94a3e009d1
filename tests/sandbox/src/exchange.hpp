/// Writing an answer and reading a body with Beast.
/// Depends on: envelope, http_limits.
#pragma once

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <string_view>

#include "envelope.hpp"
#include "net.hpp"

namespace vestibule::sandbox {

using BodyParser = beast::http::request_parser<beast::http::string_body>;
using Message = beast::http::response<beast::http::string_body>;

/// Sets a parser up that will read the head again, which read_head() has accepted, and then a body of so many bytes.
void prepare(BodyParser& parser, std::size_t body_max);

/// Why a body could not be read, as an answer; nothing when there is nobody to answer.
[[nodiscard]] std::optional<Response> body_problem(const NetworkError& error);

/// The answer with every header. Our words only: no header repeats anything a client sent.
[[nodiscard]] Message make_message(Response response);

/// Puts a page of HTML in the place of the body, as a proxy in front of the API might.
void put_page(Message& message);

/// The head and the first half of the body, as bytes: what is sent of an answer that breaks off.
[[nodiscard]] std::string first_half(const Message& message);

}  // namespace vestibule::sandbox

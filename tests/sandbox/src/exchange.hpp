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

/// Sets a parser up that will read the head again, which read_head() has accepted, and then the body.
void prepare(BodyParser& parser);

/// Why a body could not be read, as an answer; nothing when there is nobody to answer.
[[nodiscard]] std::optional<Response> body_problem(const NetworkError& error);

/// The answer with every header. Our words only: no header repeats anything a client sent.
[[nodiscard]] Message make_message(Response response);

}  // namespace vestibule::sandbox

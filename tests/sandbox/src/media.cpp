#include "media.hpp"

#include "text.hpp"

namespace vestibule::sandbox {
namespace {

constexpr HttpProblem bad_type{415, "UNSUPPORTED_MEDIA_TYPE", "Content-Type: application/json, in UTF-8"};
constexpr HttpProblem bad_coding{415, "UNSUPPORTED_ENCODING", "a body is sent without Content-Encoding"};

bool is_utf8(std::string_view parameter) {
  const std::size_t equals = parameter.find('=');
  if (equals == std::string_view::npos || !equals_ignoring_case(parameter.substr(0, equals), "charset")) return false;
  std::string_view value = parameter.substr(equals + 1);
  if (value.size() >= 2 && value.starts_with('"') && value.ends_with('"')) value = value.substr(1, value.size() - 2);
  return equals_ignoring_case(value, "utf-8");
}

}  // namespace

HttpProblem check_media(const Head& head) {
  if (!head.content_encoding.empty() && !equals_ignoring_case(head.content_encoding, "identity")) return bad_coding;
  std::string_view rest = head.content_type;
  const std::size_t semicolon = rest.find(';');
  if (!equals_ignoring_case(trim_space(rest.substr(0, semicolon)), "application/json")) return bad_type;
  // JSON has one parameter that anybody sends, and one value of it.
  if (semicolon != std::string_view::npos && !is_utf8(trim_space(rest.substr(semicolon + 1)))) return bad_type;
  return {};
}

}  // namespace vestibule::sandbox

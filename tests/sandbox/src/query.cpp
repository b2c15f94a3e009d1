#include "query.hpp"

#include <algorithm>

#include "http_limits.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::sandbox {
namespace {

struct OperatorText {
  std::string_view text;
  Operator op;
};

// The longest first.
constexpr OperatorText operators[] = {
    {">=", Operator::greater_or_equal},
    {"<=", Operator::less_or_equal},
    {"!=", Operator::not_equal},
    {"<>", Operator::not_equal},
    {"=", Operator::equal},
    {">", Operator::greater},
    {"<", Operator::less},
};

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<Parameter> split_parameter(const std::string& piece) {
  for (std::size_t place = piece.find_first_of("=<>!"); place != std::string::npos;
       place = piece.find_first_of("=<>!", place + 1)) {
    const std::string_view rest = std::string_view{piece}.substr(place);
    for (const OperatorText& candidate : operators) {
      if (!rest.starts_with(candidate.text)) continue;
      if (place == 0) return std::nullopt;
      return Parameter{piece.substr(0, place), candidate.op, std::string{rest.substr(candidate.text.size())}};
    }
  }
  return std::nullopt;
}

bool add_parameter(Target& target, std::string_view raw, std::string_view& problem) {
  if (target.parameters.size() == limits::parameters_max_count) {
    problem = "a query has at most 32 parameters";
    return false;
  }
  const auto piece = decode_percent(raw, true);
  auto parameter = piece ? split_parameter(*piece) : std::nullopt;
  if (!parameter) {
    problem = piece ? "a parameter has a name and a value" : "the query is not UTF-8 in percent encoding";
    return false;
  }
  const bool known = std::ranges::any_of(target.parameters, [&](const Parameter& other) {
    return other.name == parameter->name && other.op == parameter->op;
  });
  if (known) {
    problem = "a parameter was sent twice";
    return false;
  }
  target.parameters.push_back(*std::move(parameter));
  return true;
}

// Takes the part up to `separator` off the front.
std::string_view take_part(std::string_view& rest, char separator) {
  const std::string_view part = rest.substr(0, rest.find(separator));
  rest.remove_prefix(std::min(rest.size(), part.size() + 1));
  return part;
}

}  // namespace

std::optional<std::string> decode_percent(std::string_view text, bool plus_is_space) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded += plus_is_space && text[i] == '+' ? ' ' : text[i];
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const int high = hex_digit(text[i + 1]);
    const int low = hex_digit(text[i + 2]);
    if (high < 0 || low < 0 || high + low == 0) return std::nullopt;
    decoded += static_cast<char>(high * 16 + low);
    i += 2;
  }
  if (text::first_invalid_utf8(decoded) != decoded.size()) return std::nullopt;
  return decoded;
}

std::optional<Target> read_target(std::string_view text, std::string_view& problem) {
  Target target;
  std::string_view query = text;
  std::string_view path = take_part(query, '?');
  path.remove_prefix(1);  // the slash it begins with
  for (bool more = true; more;) {
    more = path.find('/') != std::string_view::npos;
    auto segment = decode_percent(take_part(path, '/'), false);
    if (!segment) {
      problem = "the path is not UTF-8 in percent encoding";
      return std::nullopt;
    }
    target.segments.push_back(*std::move(segment));
  }
  while (!query.empty()) {
    const std::string_view piece = take_part(query, '&');
    if (!piece.empty() && !add_parameter(target, piece, problem)) return std::nullopt;
  }
  return target;
}

}  // namespace vestibule::sandbox

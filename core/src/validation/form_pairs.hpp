// The pairs of a form body, one after the other. Internal: shared by the readers of forms.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "vestibule/json/problem.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::validation {

// Undoes "+" and "%41" into `out`. The answer is the offset in it of the first escape without two hexadecimal digits,
// or of the first byte that is not UTF-8 once decoded; nullopt when there is none.
inline std::optional<std::size_t> decode_form_text(std::string_view encoded, std::string& out) {
  out.clear();
  for (std::size_t at = 0; at < encoded.size(); ++at) {
    if (encoded[at] != '%') {
      out.push_back(encoded[at] == '+' ? ' ' : encoded[at]);
      continue;
    }
    if (encoded.size() - at < 3) return at;
    const int high = text::hex_value(encoded[at + 1]);
    const int low = text::hex_value(encoded[at + 2]);
    if (high < 0 || low < 0) return at;
    out.push_back(static_cast<char>(high * 16 + low));
    at += 2;
  }
  const std::size_t invalid = text::first_invalid_utf8(out);
  if (invalid == out.size()) return std::nullopt;
  // Every decoded byte stands for one encoded byte, or for the three of an escape.
  std::size_t at = 0;
  for (std::size_t decoded = 0; decoded < invalid; ++decoded) at += encoded[at] == '%' ? std::size_t{3} : 1;
  return at;
}

inline json::Problem over_limit(std::string_view what, std::size_t max) {
  return {Code::json_limit, "", {std::string{what}, std::to_string(max)}};
}

// Calls each(name, value) -> std::optional<json::Problem> for every pair, decoded, until one answers a problem.
// Source: https://url.spec.whatwg.org/#urlencoded-parsing, but damaged escapes are refused instead of kept.
template <class Each>
std::optional<json::Problem> for_each_pair(std::string_view body, Each each) {
  std::string name;
  std::string value;
  std::size_t pairs = 0;
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find('&', begin), body.size());
    const std::string_view pair = body.substr(begin, end - begin);
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const std::size_t value_begin = std::min(equals + 1, pair.size());
    const auto damaged = [&](std::size_t offset) {
      return json::Problem{Code::form_syntax, "", {std::to_string(begin + offset)}};
    };
    if (!pair.empty()) {
      if (++pairs > limits::json_max_members) return over_limit("members", limits::json_max_members);
      if (const auto at = decode_form_text(pair.substr(0, equals), name)) return damaged(*at);
      if (const auto at = decode_form_text(pair.substr(value_begin), value)) return damaged(value_begin + *at);
      if (name.size() > limits::json_max_key_bytes) return over_limit("key bytes", limits::json_max_key_bytes);
      if (auto problem = each(std::string_view{name}, std::string_view{value})) return problem;
    }
    begin = end + 1;
  }
  return std::nullopt;
}

}  // namespace vestibule::validation

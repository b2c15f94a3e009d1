#include "vestibule/checks/website.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "vestibule/checks/host.hpp"
#include "vestibule/text/ascii.hpp"

namespace vestibule::checks {
namespace {

struct Scheme {
  std::string_view name;  // "" when the address has none
  std::string_view rest;
};

// "example.org:8080" is a host and a port, not a scheme: what follows the colon decides.
Scheme split_scheme(std::string_view input) {
  const std::size_t colon = input.find(':');
  if (colon == std::string_view::npos || colon == 0 || !text::is_alpha(input[0])) return {"", input};
  const std::string_view name = input.substr(0, colon);
  const bool is_scheme = std::all_of(name.begin(), name.end(),
                                     [](char c) { return text::is_alnum(c) || c == '+' || c == '-' || c == '.'; });
  if (!is_scheme) return {"", input};
  const std::string_view rest = input.substr(colon + 1);
  const std::string_view maybe_port = rest.substr(0, rest.find_first_of("/?#"));
  const bool is_port = !maybe_port.empty() && std::all_of(maybe_port.begin(), maybe_port.end(), text::is_digit);
  if (is_port && name.find('.') != std::string_view::npos) return {"", input};
  return {name, rest};
}

// WHATWG URL 3.5, "ends in a number": such a host is an IPv4 address in one of its notations.
bool ends_in_number(std::string_view host) {
  std::string_view last = host.substr(host.rfind('.') + 1);
  if (last.empty()) return false;
  if (std::all_of(last.begin(), last.end(), text::is_digit)) return true;
  if (!last.starts_with("0x")) return false;
  last.remove_prefix(2);
  return std::all_of(last.begin(), last.end(), [](char c) { return text::hex_value(c) >= 0; });
}

// Appends `part` with everything of the encode set, and everything outside ASCII, percent-encoded (WHATWG URL 1.3).
void append_encoded(std::string& out, std::string_view part, std::string_view encode_set) {
  constexpr char digits[] = "0123456789ABCDEF";
  for (const char c : part) {
    if (text::is_ascii(c) && encode_set.find(c) == std::string_view::npos) {
      out.push_back(c);
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out.push_back('%');
      out.push_back(digits[byte >> 4]);
      out.push_back(digits[byte & 0xF]);
    }
  }
}

// The number of dots a path segment stands for: 1 for ".", 2 for "..", with "%2e" for any dot; 0 for all others.
int dots_of(std::string_view segment) {
  int dots = 0;
  while (!segment.empty()) {
    if (segment.starts_with('.')) {
      segment.remove_prefix(1);
    } else if (segment.size() >= 3 && text::equals_ignoring_case(segment.substr(0, 3), "%2e")) {
      segment.remove_prefix(3);
    } else {
      return 0;
    }
    if (++dots > 2) return 0;
  }
  return dots;
}

void append_path(std::string& out, std::string_view path) {
  std::vector<std::string_view> segments;
  while (!path.empty()) {
    path.remove_prefix(1);  // the slash
    const std::size_t slash = path.find('/');
    const std::string_view segment = path.substr(0, slash);
    const bool last = slash == std::string_view::npos;
    path = last ? std::string_view{} : path.substr(slash);
    const int dots = dots_of(segment);
    if (dots == 2 && !segments.empty()) segments.pop_back();
    if (dots == 0) segments.push_back(segment);
    if (dots != 0 && last) segments.push_back({});
  }
  if (segments.empty()) segments.push_back({});
  for (const std::string_view segment : segments) {
    out.push_back('/');
    append_encoded(out, segment, " \"#<>?`{}^");
  }
}

// Appends the host of "host[:port]" and the port unless it is the scheme's own.
std::optional<Code> append_authority(std::string& out, std::string_view authority, bool https) {
  if (authority.find('@') != std::string_view::npos) return Code::url_userinfo;
  if (authority.starts_with('[')) return Code::url_private_host;
  const std::size_t colon = authority.find(':');
  std::string host{authority.substr(0, colon)};
  std::transform(host.begin(), host.end(), host.begin(), text::to_lower);
  if (host.ends_with('.')) host.pop_back();
  if (ends_in_number(host) || is_local_name(host)) return Code::url_private_host;
  if (!is_public_host(host)) return Code::url_syntax;
  out += host;
  if (colon == std::string_view::npos) return std::nullopt;

  std::string_view digits = authority.substr(colon + 1);
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  if (digits.size() > 5 || !std::all_of(digits.begin(), digits.end(), text::is_digit)) return Code::url_syntax;
  unsigned port = 0;
  for (const char digit : digits) port = port * 10 + static_cast<unsigned>(digit - '0');
  if (port > 65535) return Code::url_syntax;
  if (!digits.empty() && port != (https ? 443U : 80U)) out.append(":").append(digits);
  return std::nullopt;
}

}  // namespace

Result<Website, Code> parse_website(std::string_view input) {
  if (input.empty() || input.find_first_of(" \\\n\t") != std::string_view::npos) return Code::url_syntax;
  if (input.starts_with("//")) return Code::url_scheme;
  auto [scheme, rest] = split_scheme(input);
  const bool https = !text::equals_ignoring_case(scheme, "http");
  if (!scheme.empty()) {
    if (https && !text::equals_ignoring_case(scheme, "https")) return Code::url_scheme;
    if (!rest.starts_with("//")) return Code::url_syntax;
    rest.remove_prefix(2);
  }

  const std::size_t authority_end = std::min(rest.find_first_of("/?#"), rest.size());
  Website website{https ? "https://" : "http://"};
  if (const auto problem = append_authority(website.text, rest.substr(0, authority_end), https)) return *problem;
  rest.remove_prefix(authority_end);

  const std::size_t fragment_begin = std::min(rest.find('#'), rest.size());
  const std::string_view fragment = rest.substr(fragment_begin);
  rest = rest.substr(0, fragment_begin);
  const std::size_t query_begin = std::min(rest.find('?'), rest.size());
  append_path(website.text, rest.substr(0, query_begin));
  if (query_begin < rest.size()) {
    website.text.push_back('?');
    append_encoded(website.text, rest.substr(query_begin + 1), " \"<>'");
  }
  if (!fragment.empty()) {
    website.text.push_back('#');
    append_encoded(website.text, fragment.substr(1), " \"<>`");
  }
  return website;
}

}  // namespace vestibule::checks

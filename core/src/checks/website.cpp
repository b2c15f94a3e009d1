#include "vestibule/checks/website.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "vestibule/checks/host.hpp"
#include "vestibule/checks/idna.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/match_key.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::checks {
namespace {

constexpr text::AsciiSet authority_ends{"/?#"};

// The place of the first character of the set; the size where there is none.
std::size_t find_first(std::string_view text, text::AsciiSet set) {
  std::size_t at = 0;
  while (at < text.size() && !set.has(text[at])) ++at;
  return at;
}

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
  const std::string_view maybe_port = rest.substr(0, find_first(rest, authority_ends));
  const bool is_port = !maybe_port.empty() && std::all_of(maybe_port.begin(), maybe_port.end(), text::is_digit);
  if (is_port && name.find('.') != std::string_view::npos) return {"", input};
  return {name, rest};
}

// What each part encodes beside controls and spaces (WHATWG URL 1.3). The path adds "#" and "?", which end it.
constexpr text::AsciiSet path_set{"\"#<>?`{}^"};
constexpr text::AsciiSet query_set{"\"<>'"};
constexpr text::AsciiSet fragment_set{"\"<>`"};

// Appends `part` with everything of the encode set, controls and everything outside ASCII percent-encoded (WHATWG URL 1.3).
void append_encoded(std::string& out, std::string_view part, text::AsciiSet encode_set) {
  constexpr char digits[] = "0123456789ABCDEF";
  const auto stays = [&](char c) { return c > ' ' && c < 0x7F && !encode_set.has(c); };
  while (!part.empty()) {
    const auto size = static_cast<std::size_t>(std::find_if_not(part.begin(), part.end(), stays) - part.begin());
    out += part.substr(0, size);
    part.remove_prefix(size);
    if (part.empty()) return;
    const auto byte = static_cast<unsigned char>(part.front());
    const char encoded[] = {'%', digits[byte >> 4], digits[byte & 0xF]};
    out.append(encoded, sizeof encoded);
    part.remove_prefix(1);
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
  // A segment that stands for dots begins with one, or with the percent sign of one.
  if (path.find("/.") == std::string_view::npos && path.find("/%") == std::string_view::npos) {
    return append_encoded(out, path.empty() ? "/" : path, path_set);
  }
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
    append_encoded(out, segment, path_set);
  }
}

// The host with "%61" decoded to "a"; a percent sign that encodes nothing stays, and is refused with the host.
std::string decode_percent(std::string_view host) {
  std::string decoded;
  for (std::size_t i = 0; i < host.size(); ++i) {
    const bool encoded = host[i] == '%' && host.size() - i > 2;
    const int high = encoded ? text::hex_value(host[i + 1]) : -1;
    const int low = encoded ? text::hex_value(host[i + 2]) : -1;
    const bool valid = high >= 0 && low >= 0;
    decoded.push_back(valid ? static_cast<char>(high * 16 + low) : host[i]);
    if (valid) i += 2;
  }
  return decoded;
}

// Whether the host is letters, digits, dots and single signs that hosts have: of such a name, in which no label can be an
// encoded one, IDNA changes nothing but capitals.
bool is_simple_host(std::string_view host) {
  if (host.empty() || host.size() > limits::idna_max_octets) return false;
  char before = '-';
  for (const char c : host) {
    if (!text::is_alnum(c) && c != '.' && c != '_' && (c != '-' || before == '-')) return false;
    before = c;
  }
  return true;
}

// Reads the host into `ascii` and Website::host; in ASCII, or as typed where that takes data that is not there.
std::optional<Code> read_host(Website& website, std::string& ascii, std::string_view typed, const IdnaData& idna) {
  if (is_simple_host(typed)) {
    ascii = typed;
    for (char& c : ascii) c = text::to_lower(c);
    website.host = ascii;
    return std::nullopt;
  }
  const bool encoded = typed.find('%') != std::string_view::npos;
  const std::string decoded = encoded ? decode_percent(typed) : std::string{};
  const std::string_view host = encoded ? std::string_view{decoded} : typed;
  if (host.size() > limits::idna_max_octets || text::first_invalid_utf8(host) != host.size()) return Code::url_syntax;
  if (auto name = domain_to_ascii(host, idna)) {
    ascii = std::move(name->ascii);
    website.host = std::move(name->unicode);
    website.checked = idna.loaded() || ascii.find("xn--") == std::string::npos;
  } else {
    if (idna.loaded() || text::is_ascii(host)) return Code::url_syntax;
    // Full-width digits make an address too; what else IDNA would map is not known.
    if (ends_in_number(text::fold(host))) return Code::url_private_host;
    for (const char c : host) ascii.push_back(text::to_lower(c));
    website.host = ascii;
    website.checked = false;
  }
  return std::nullopt;
}

std::optional<Code> append_host(Website& website, std::string_view typed, const IdnaData& idna) {
  std::string ascii;
  if (const auto problem = read_host(website, ascii, typed, idna)) return problem;
  if (ascii.ends_with('.')) ascii.pop_back();
  if (website.host.ends_with('.')) website.host.pop_back();
  if (ends_in_number(ascii) || is_local_name(ascii)) return Code::url_private_host;
  if (!is_public_host(ascii, HostUse::web)) return Code::url_syntax;
  website.text += ascii;
  return std::nullopt;
}

// Appends the host of "host[:port]" and the port unless it is the scheme's own.
std::optional<Code> append_authority(Website& website, std::string_view authority, bool https, const IdnaData& idna) {
  if (authority.find('@') != std::string_view::npos) return Code::url_userinfo;
  if (authority.starts_with('[')) return Code::url_private_host;
  const std::size_t colon = authority.find(':');
  if (const auto problem = append_host(website, authority.substr(0, colon), idna)) return problem;
  if (colon == std::string_view::npos) return std::nullopt;

  std::string_view digits = authority.substr(colon + 1);
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  if (digits.size() > 5 || !std::all_of(digits.begin(), digits.end(), text::is_digit)) return Code::url_syntax;
  unsigned port = 0;
  for (const char digit : digits) port = port * 10 + static_cast<unsigned>(digit - '0');
  if (port > 65535) return Code::url_syntax;
  if (!digits.empty() && port != (https ? 443U : 80U)) website.text.append(":").append(digits);
  return std::nullopt;
}

}  // namespace

Result<Website, Code> parse_website(std::string_view input, const IdnaData& idna) {
  constexpr text::AsciiSet unreadable{" \\\n\t"};
  if (input.empty() || find_first(input, unreadable) != input.size()) return Code::url_syntax;
  if (input.starts_with("//")) return Code::url_scheme;
  auto [scheme, rest] = split_scheme(input);
  const bool https = !text::equals_ignoring_case(scheme, "http");
  if (!scheme.empty()) {
    if (https && !text::equals_ignoring_case(scheme, "https")) return Code::url_scheme;
    if (!rest.starts_with("//")) return Code::url_syntax;
    rest.remove_prefix(2);
  }

  const std::size_t authority_end = find_first(rest, authority_ends);
  Website website;
  // Most addresses stay as long as they are, but for a scheme and a slash.
  website.text.reserve(input.size() + std::string_view{"https:///"}.size());
  website.text = https ? "https://" : "http://";
  if (const auto problem = append_authority(website, rest.substr(0, authority_end), https, idna)) return *problem;
  rest.remove_prefix(authority_end);

  const std::size_t fragment_begin = std::min(rest.find('#'), rest.size());
  const std::string_view fragment = rest.substr(fragment_begin);
  rest = rest.substr(0, fragment_begin);
  const std::size_t query_begin = std::min(rest.find('?'), rest.size());
  append_path(website.text, rest.substr(0, query_begin));
  if (query_begin < rest.size()) {
    website.text.push_back('?');
    append_encoded(website.text, rest.substr(query_begin + 1), query_set);
  }
  if (!fragment.empty()) {
    website.text.push_back('#');
    append_encoded(website.text, fragment.substr(1), fragment_set);
  }
  return website;
}

}  // namespace vestibule::checks

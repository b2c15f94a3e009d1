#include "vestibule/checks/website.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
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

// What a character is to some part of an address; of all at once, since every character is asked for several.
enum Kind : std::uint8_t {
  unreadable = 1,
  authority_end = 2,
  of_simple_host = 4,
  // What each part encodes (WHATWG URL 1.3). The path adds "#" and "?", which end it.
  encoded_in_path = 8,
  encoded_in_query = 16,
  encoded_in_fragment = 32,
};

constexpr auto kinds = [] {
  std::array<std::uint8_t, 256> table{};
  const auto mark = [&](std::string_view characters, unsigned kind) {
    for (const char c : characters) table[static_cast<unsigned char>(c)] |= static_cast<std::uint8_t>(kind);
  };
  mark(" \\\n\t", unreadable);
  mark("/?#", authority_end);
  mark("\"#<>?`{}^", encoded_in_path);
  mark("\"<>'", encoded_in_query);
  mark("\"<>`", encoded_in_fragment);
  for (unsigned byte = 0; byte < table.size(); ++byte) {
    const char c = static_cast<char>(byte);
    if (byte <= ' ' || byte >= 0x7F) mark({&c, 1}, encoded_in_path | encoded_in_query | encoded_in_fragment);
    if (text::is_alnum(c) || c == '.' || c == '_' || c == '-') mark({&c, 1}, of_simple_host);
  }
  return table;
}();

bool is(char c, Kind kind) { return (kinds[static_cast<unsigned char>(c)] & kind) != 0; }

// The place of the first character of a kind; the size where there is none.
std::size_t find_first(std::string_view text, Kind kind) {
  std::size_t at = 0;
  while (at < text.size() && !is(text[at], kind)) ++at;
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
  const std::string_view maybe_port = rest.substr(0, find_first(rest, authority_end));
  const bool is_port = !maybe_port.empty() && std::all_of(maybe_port.begin(), maybe_port.end(), text::is_digit);
  if (is_port && name.find('.') != std::string_view::npos) return {"", input};
  return {name, rest};
}

// Appends `part` with everything of the kind percent-encoded.
void append_encoded(std::string& out, std::string_view part, Kind encoded_kind) {
  constexpr char digits[] = "0123456789ABCDEF";
  while (!part.empty()) {
    const std::size_t size = find_first(part, encoded_kind);
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
    return append_encoded(out, path.empty() ? "/" : path, encoded_in_path);
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
    append_encoded(out, segment, encoded_in_path);
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
    if (!is(c, of_simple_host) || (c == '-' && before == '-')) return false;
    before = c;
  }
  return true;
}

// Reads the host into `ascii`, or as typed where that takes data that is not there; and into Website::host where that is
// another.
std::optional<Code> read_host(Website& website, std::string& ascii, std::string_view typed, const IdnaData& idna) {
  if (is_simple_host(typed)) {
    ascii = typed;
    for (char& c : ascii) c = text::to_lower(c);
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
  if (website.host.empty()) website.host = std::move(ascii);
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
  if (input.empty() || find_first(input, unreadable) != input.size()) return Code::url_syntax;
  if (input.starts_with("//")) return Code::url_scheme;
  auto [scheme, rest] = split_scheme(input);
  const bool https = !text::equals_ignoring_case(scheme, "http");
  if (!scheme.empty()) {
    if (https && !text::equals_ignoring_case(scheme, "https")) return Code::url_scheme;
    if (!rest.starts_with("//")) return Code::url_syntax;
    rest.remove_prefix(2);
  }

  const std::size_t authority_size = find_first(rest, authority_end);
  Website website;
  // Most addresses stay as long as they are, but for a scheme and a slash.
  website.text.reserve(input.size() + std::string_view{"https:///"}.size());
  website.text = https ? "https://" : "http://";
  if (const auto problem = append_authority(website, rest.substr(0, authority_size), https, idna)) return *problem;
  rest.remove_prefix(authority_size);

  const std::size_t fragment_begin = std::min(rest.find('#'), rest.size());
  const std::string_view fragment = rest.substr(fragment_begin);
  rest = rest.substr(0, fragment_begin);
  const std::size_t query_begin = std::min(rest.find('?'), rest.size());
  append_path(website.text, rest.substr(0, query_begin));
  if (query_begin < rest.size()) {
    website.text.push_back('?');
    append_encoded(website.text, rest.substr(query_begin + 1), encoded_in_query);
  }
  if (!fragment.empty()) {
    website.text.push_back('#');
    append_encoded(website.text, fragment.substr(1), encoded_in_fragment);
  }
  return website;
}

}  // namespace vestibule::checks

#include "vestibule/checks/host.hpp"

#include <algorithm>
#include <array>

#include "vestibule/limits.hpp"
#include "vestibule/text/ascii.hpp"

namespace vestibule::checks {
namespace {

// Each character becomes one octet at least after "xn--".
constexpr std::size_t unencoded_label_max_characters = limits::host_label_max_octets - std::string_view{"xn--"}.size();

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

bool is_label(std::string_view label, bool underscore) {
  if (label.empty() || label.front() == '-' || label.back() == '-') return false;
  bool ascii = true;
  std::size_t characters = label.size();
  for (const char c : label) {
    if (text::is_alnum(c)) continue;
    if (!text::is_ascii(c)) {
      ascii = false;
      if (is_continuation(c)) --characters;
    } else if (c != '-' && !(underscore && c == '_')) {
      return false;
    }
  }
  return characters <= (ascii ? limits::host_label_max_octets : unencoded_label_max_characters);
}

}  // namespace

bool is_public_host(std::string_view host, HostUse use) {
  if (host.size() > limits::idna_max_octets) return false;
  if (host.size() > limits::host_max_octets && text::is_ascii(host)) return false;
  std::size_t labels = 0;
  for (std::string_view rest = host;;) {
    const std::size_t dot = rest.find('.');
    const std::string_view label = rest.substr(0, dot);
    const bool last = dot == std::string_view::npos;
    if (!is_label(label, use == HostUse::web && !last)) return false;
    ++labels;
    if (last) return labels >= 2 && !std::all_of(label.begin(), label.end(), text::is_digit);
    rest.remove_prefix(dot + 1);
  }
}

bool is_local_name(std::string_view host) {
  constexpr auto ends = std::to_array<std::string_view>(
      {"localhost", "local", "internal", "lan", "home.arpa", "test", "invalid", "onion"});
  // What all of them end in: most hosts end in something else.
  constexpr text::AsciiSet last_letters{"tlnad"};
  static_assert(
      std::all_of(ends.begin(), ends.end(), [&](std::string_view end) { return last_letters.has(end.back()); }));
  if (host.empty() || !last_letters.has(host.back())) return false;
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) {
    if (!host.ends_with(end)) return false;
    return host.size() == end.size() || host[host.size() - end.size() - 1] == '.';
  });
}

bool ends_in_number(std::string_view host) {
  if (host.ends_with('.')) host.remove_suffix(1);
  std::string_view last = host.substr(host.rfind('.') + 1);
  if (last.empty()) return false;
  if (std::all_of(last.begin(), last.end(), text::is_digit)) return true;
  if (!last.starts_with("0x")) return false;
  last.remove_prefix(2);
  return std::all_of(last.begin(), last.end(), [](char c) { return text::hex_value(c) >= 0; });
}

}  // namespace vestibule::checks

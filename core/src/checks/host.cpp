#include "vestibule/checks/host.hpp"

#include <algorithm>
#include <array>

#include "vestibule/limits.hpp"
#include "vestibule/text/ascii.hpp"

namespace vestibule::checks {
namespace {

bool is_label(std::string_view label) {
  if (label.empty() || label.size() > limits::host_label_max_octets) return false;
  if (label.front() == '-' || label.back() == '-') return false;
  return std::all_of(label.begin(), label.end(),
                     [](char c) { return text::is_alnum(c) || c == '-' || !text::is_ascii(c); });
}

}  // namespace

bool is_public_host(std::string_view host) {
  if (host.size() > limits::host_max_octets) return false;
  std::size_t labels = 0;
  std::string_view last;
  for (std::string_view rest = host;;) {
    const std::size_t dot = rest.find('.');
    last = rest.substr(0, dot);
    if (!is_label(last)) return false;
    ++labels;
    if (dot == std::string_view::npos) break;
    rest.remove_prefix(dot + 1);
  }
  return labels >= 2 && !std::all_of(last.begin(), last.end(), text::is_digit);
}

bool is_local_name(std::string_view host) {
  constexpr auto ends = std::to_array<std::string_view>(
      {"localhost", "local", "internal", "lan", "home.arpa", "test", "invalid", "onion"});
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) {
    if (!host.ends_with(end)) return false;
    return host.size() == end.size() || host[host.size() - end.size() - 1] == '.';
  });
}

}  // namespace vestibule::checks

#include "router.hpp"

#include <algorithm>
#include <optional>

namespace vestibule::sandbox {
namespace {

// Takes the part up to `separator` off the front.
std::string_view take(std::string_view& rest, char separator) {
  const std::string_view part = rest.substr(0, rest.find(separator));
  rest.remove_prefix(std::min(rest.size(), part.size() + 1));
  return part;
}

// Whether a segment fits its pattern: "customers", "{customerId}" or "{orderId}:activate".
bool fits(std::string_view pattern, std::string_view segment, std::vector<std::string>& ids) {
  if (!pattern.starts_with('{')) return pattern == segment;
  const std::string_view tail = pattern.substr(pattern.find('}') + 1);
  if (!segment.ends_with(tail) || segment.size() == tail.size()) return false;
  ids.emplace_back(segment.substr(0, segment.size() - tail.size()));
  return true;
}

// The ids of a path that fits; nothing when it does not.
std::optional<std::vector<std::string>> ids_of(std::string_view path, std::span<const std::string> segments) {
  std::vector<std::string> ids;
  path.remove_prefix(1);  // the slash it begins with
  for (const std::string& segment : segments) {
    if (path.empty() || !fits(take(path, '/'), segment, ids)) return std::nullopt;
  }
  if (!path.empty()) return std::nullopt;
  return ids;
}

}  // namespace

Match find_route(std::span<const Route> routes, std::string_view method, std::span<const std::string> segments) {
  Match match;
  for (const Route& route : routes) {
    std::string_view path = route.name;
    const std::string_view known = take(path, ' ');
    auto ids = ids_of(path, segments);
    if (!ids) continue;
    if (known == method) return {&route, *std::move(ids), {}};
    // Two routes of one method may fit the same path.
    if (match.allow.find(known) != std::string::npos) continue;
    if (!match.allow.empty()) match.allow += ", ";
    match.allow += known;
  }
  return match;
}

}  // namespace vestibule::sandbox

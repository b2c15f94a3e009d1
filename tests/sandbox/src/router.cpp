#include "router.hpp"

#include <algorithm>
#include <array>

namespace vestibule::sandbox {
namespace {

constexpr std::string_view id_segment = "{customerId}";

struct Row {
  std::string_view method;
  std::array<std::string_view, 3> path;  // "" where the path is shorter
  Route route;
  std::string_view name;
};

constexpr Row table[] = {
    {"GET", {"customers"}, Route::list_customers, "GET /customers"},
    {"POST", {"customers"}, Route::create_customers, "POST /customers"},
    {"GET", {"customers", id_segment}, Route::read_customer, "GET /customers/{customerId}"},
    {"PATCH", {"customers", id_segment}, Route::patch_customer, "PATCH /customers/{customerId}"},
    // The path that Nue's guide to updating prints; no other method is shown on it.
    {"PATCH", {"orders", "customers", id_segment}, Route::patch_customer, "PATCH /orders/customers/{customerId}"},
};

bool fits(const Row& row, std::span<const std::string> segments) {
  const auto size = static_cast<std::size_t>(std::ranges::find(row.path, "") - row.path.begin());
  if (segments.size() != size) return false;
  for (std::size_t i = 0; i < size; ++i) {
    if (row.path[i] == id_segment ? segments[i].empty() : row.path[i] != segments[i]) return false;
  }
  return true;
}

}  // namespace

Match find_route(std::string_view method, std::span<const std::string> segments) {
  Match match;
  for (const Row& row : table) {
    if (!fits(row, segments)) continue;
    if (row.method == method) return {row.route, row.name, segments.back(), {}};
    if (!match.allow.empty()) match.allow += ", ";
    match.allow += row.method;
  }
  return match;
}

}  // namespace vestibule::sandbox

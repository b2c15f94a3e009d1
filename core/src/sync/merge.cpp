#include "vestibule/sync/merge.hpp"

#include <algorithm>

namespace vestibule::sync {
namespace {

bool equal(std::span<const Value> a, std::span<const Value> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

bool blank(std::span<const Value> values) {
  return std::none_of(values.begin(), values.end(), [](const Value& value) { return value.has_value(); });
}

}  // namespace

Merged merge(const Unit& unit, std::span<const Value> base, std::span<const Value> nue, std::span<const Value> org) {
  if (!travels(unit) || equal(nue, org)) return {.same = true};
  if (unit.required && blank(org)) return {.winner = Side::nue};
  const bool org_changed = !equal(org, base);
  if (master_of(unit) == Side::nue) return {.winner = Side::nue, .lost = org_changed};
  if (!org_changed) return {.winner = Side::nue};
  return {.winner = Side::org, .lost = !equal(nue, base)};
}

}  // namespace vestibule::sync

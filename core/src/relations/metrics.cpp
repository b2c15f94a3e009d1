#include "vestibule/relations/metrics.hpp"

#include <tuple>

namespace vestibule::relations {
namespace {

constexpr Cents months = 12;

bool at_or_before(const checks::Date& a, const checks::Date& b) {
  return std::tie(a.year, a.month, a.day) <= std::tie(b.year, b.month, b.day);
}

Cents twelfth(Cents amount) { return (amount < 0 ? amount - months / 2 : amount + months / 2) / months; }

}  // namespace

Metrics metrics_of(std::span<const SubscriptionValue> subscriptions, checks::Date today) {
  Metrics metrics;
  for (const SubscriptionValue& value : subscriptions) {
    if (at_or_before(value.first, today) && at_or_before(today, value.last)) metrics.arr += value.yearly;
    metrics.tcv += value.total;
  }
  metrics.cmrr = twelfth(metrics.arr);
  return metrics;
}

}  // namespace vestibule::relations

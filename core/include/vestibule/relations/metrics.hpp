/// What a customer is worth, from its subscriptions.
/// Depends on: checks/date.
#pragma once

#include <cstdint>
#include <span>

#include "vestibule/checks/date.hpp"

namespace vestibule::relations {

/// Whole cents.
using Cents = std::int64_t;

struct SubscriptionValue {
  checks::Date first;  ///< the days it is in force, both included
  checks::Date last;
  Cents yearly = 0;  ///< its recurring price for a year
  Cents total = 0;   ///< its price for the whole term
};

struct Metrics {
  Cents arr = 0;   ///< yearly prices of what is in force today (todayARR)
  Cents cmrr = 0;  ///< a twelfth of it, half a cent away from zero (todayCMRR)
  Cents tcv = 0;   ///< of every subscription there ever was (totalTCV)

  friend bool operator==(const Metrics&, const Metrics&) = default;
};

/// Limits  sums below 2^62; prices of a customer are far below
/// Cost    linear, no allocation
/// Source  nue-api 7: ARR, CMRR, TCV; which of them change with time is a decision
[[nodiscard]] Metrics metrics_of(std::span<const SubscriptionValue> subscriptions, checks::Date today);

}  // namespace vestibule::relations

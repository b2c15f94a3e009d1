/// What a line of an order costs, and which part of it an invoice takes.
/// Depends on: calendar, money.
#pragma once

#include <string_view>

#include "calendar.hpp"
#include "money.hpp"

namespace vestibule::sandbox {

/// A quantity of something, for a part of a subscription.
struct Charge {
  Cents list_price = 0;
  int unit_months = 1;        ///< the time that the price is for
  std::int64_t quantity = 0;  ///< below 0 takes back
  Day anchor{};               ///< what months are counted from: the subscription's start
  Day first{};
  Day last{};
};

/// The price of a charge. Whole months cost the same whatever their length; of the month that begins last, days count.
/// The parts of a subscription always add up to its whole.
/// Limits  price times quantity times months stays below 10^16 cents
[[nodiscard]] Cents price_of(const Charge& charge);

/// A year of it.
[[nodiscard]] Cents yearly_price(const Charge& charge);

/// The months of a billing period by its name; 0 is the whole term.
[[nodiscard]] int period_months(std::string_view billing_period);

/// The last day of the billing period that `day` is in, counted from `anchor`, but not after `last`.
[[nodiscard]] Day period_end(Day anchor, std::string_view billing_period, Day day, Day last);

}  // namespace vestibule::sandbox

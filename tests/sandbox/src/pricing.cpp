#include "pricing.hpp"

#include <algorithm>

namespace vestibule::sandbox {
namespace {

struct Period {
  std::string_view name;
  int months;
};

constexpr Period periods[] = {
    {"Monthly", 1}, {"Quarterly", 3}, {"Semi-Annual", 6}, {"Annual", 12}, {"Same as Subscription Term", 0},
};

// From the anchor up to a day.
Cents price_until(const Charge& charge, Day last) {
  const Span span = span_of(charge.anchor, last);
  const std::int64_t days = std::int64_t{span.months} * span.month_days + span.days;
  return share(charge.list_price * charge.quantity, days, std::int64_t{span.month_days} * charge.unit_months);
}

}  // namespace

Cents price_of(const Charge& charge) {
  // A difference of two amounts from the same day, so that rounding never shows up in a sum of parts.
  return price_until(charge, charge.last) - price_until(charge, charge.first - Days{1});
}

Cents yearly_price(const Charge& charge) { return share(charge.list_price * charge.quantity, 12, charge.unit_months); }

int period_months(std::string_view billing_period) {
  const auto found = std::ranges::find(periods, billing_period, &Period::name);
  return found == std::end(periods) ? 0 : found->months;
}

Day period_end(Day anchor, std::string_view billing_period, Day day, Day last) {
  const int months = period_months(billing_period);
  if (months == 0) return last;
  const int before = span_of(anchor, day - Days{1}).months / months;
  return std::min(term_end(anchor, (before + 1) * months), last);
}

}  // namespace vestibule::sandbox

/// The lines of an order, before they are stored: what each takes from the catalogue, and what it costs.
/// Depends on: change_draft, order_draft, order_tables, pricing.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "change_draft.hpp"
#include "order_draft.hpp"
#include "pricing.hpp"
#include "table.hpp"

namespace vestibule::sandbox {

/// A line of a new order. Where neither product nor order say how often to bill, the customer does, then the system:
/// monthly.
[[nodiscard]] Values new_line(const DraftLine& draft, const Values& customer);

/// A line that changes a subscription: what it adds, or takes back, and for which days.
[[nodiscard]] Values update_line(const Values& subscription, std::int64_t quantity, Day start);
[[nodiscard]] Values renewal_line(const Values& subscription, int term);
[[nodiscard]] Values cancellation_line(const Values& subscription, Day last_day);

[[nodiscard]] inline bool is_recurring(const Values& line) { return line["subscriptionStartDate"].has_value(); }

/// What a recurring line is charged for as a whole.
[[nodiscard]] Charge charge_of(const Values& line);

/// Fills an order's totals and dates from its lines.
void add_up(Values& order, std::span<const Values> lines);

/// A date that a record holds.
[[nodiscard]] Day day_at(const Values& record, std::string_view member);

}  // namespace vestibule::sandbox

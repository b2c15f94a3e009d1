#include "order_lines.hpp"

#include <algorithm>

#include "order_tables.hpp"

namespace vestibule::sandbox {
namespace {

constexpr std::string_view system_billing_period = "Monthly";

std::string billing_period(const PriceBookEntry& entry, const Values& customer) {
  if (!entry.billing_period.empty()) return std::string{entry.billing_period};
  return customer["billingPeriod"].value_or(std::string{system_billing_period});
}

void set_days(Values& line, Day anchor, Day first, Day last) {
  line["anchorDate"] = day_text(anchor);
  line["subscriptionStartDate"] = day_text(first);
  line["subscriptionEndDate"] = day_text(last);
}

// What every change of a subscription has in common with it.
Values change_line(const Values& subscription, ChangeType type) {
  Values line{order_products_table()};
  for (const std::string_view member : {"productId", "priceBookEntryId", "priceBookId", "uomId", "quantity",
                                        "listPrice", "billingPeriod", "billingTiming"}) {
    line[member] = subscription[member];
  }
  line["changeType"] = to_string(type);
  line["assetNumber"] = subscription["name"];
  line["baseVersion"] = subscription["subscriptionVersion"];
  return line;
}

Day anchor_of(const Values& subscription) { return day_at(subscription, "subscriptionStartDate"); }

Values priced(Values line) {
  line.set("totalPrice", price_of(charge_of(line)));
  return line;
}

}  // namespace

Day day_at(const Values& record, std::string_view member) { return read_day(record.text(member)).value_or(Day{}); }

Charge charge_of(const Values& line) {
  const PriceBookEntry* const entry = find_price_book_entry(line.text("priceBookEntryId"));
  return {line.number("listPrice"),
          entry == nullptr ? 1 : std::max(entry->unit_months, 1),
          line.number("quantity"),
          day_at(line, "anchorDate"),
          day_at(line, "subscriptionStartDate"),
          day_at(line, "subscriptionEndDate")};
}

Values new_line(const DraftLine& draft, const Values& customer) {
  const PriceBookEntry& entry = *draft.entry;
  Values line{order_products_table()};
  line["productId"] = product_of(entry).id;
  line["priceBookEntryId"] = entry.id;
  line["priceBookId"] = price_book_id;
  line["uomId"] = unit_id(entry);
  line.set("quantity", draft.quantity);
  line.set("listPrice", entry.list_price);
  if (!entry.is_recurring()) {
    line.set("totalPrice", entry.list_price * draft.quantity);
    return line;
  }
  set_days(line, *draft.start, *draft.start, term_end(*draft.start, draft.term));
  line.set("subscriptionTerm", draft.term);
  line["billingPeriod"] = billing_period(entry, customer);
  line["billingTiming"] = entry.billing_timing;
  return priced(std::move(line));
}

Values update_line(const Values& subscription, std::int64_t quantity, Day start) {
  Values line = change_line(subscription, ChangeType::update_quantity);
  line.set("quantity", quantity - subscription.number("quantity"));
  set_days(line, anchor_of(subscription), start, day_at(subscription, "subscriptionEndDate"));
  return priced(std::move(line));
}

Values renewal_line(const Values& subscription, int term) {
  Values line = change_line(subscription, ChangeType::renew);
  const Day anchor = anchor_of(subscription);
  const Day end = day_at(subscription, "subscriptionEndDate");
  // Counted from the first day of all, so that a start on the 31st is not lost in February.
  const int months = static_cast<int>(subscription.number("actualSubscriptionTerm")) + term;
  set_days(line, anchor, end + Days{1}, term_end(anchor, months));
  line.set("subscriptionTerm", term);
  return priced(std::move(line));
}

Values cancellation_line(const Values& subscription, Day last_day) {
  Values line = change_line(subscription, ChangeType::cancel);
  line.set("quantity", -subscription.number("quantity"));
  set_days(line, anchor_of(subscription), last_day + Days{1}, day_at(subscription, "subscriptionEndDate"));
  return priced(std::move(line));
}

void add_up(Values& order, std::span<const Values> lines) {
  Cents total = 0;
  Cents yearly = 0;
  for (const Values& line : lines) {
    const Cents price = line.number("totalPrice");
    total += price;
    if (!is_recurring(line)) continue;
    const Charge charge = charge_of(line);
    yearly += span_of(charge.first, charge.last).months < 12 ? price : yearly_price(charge);
    // Dates in this form are ordered as texts are.
    const std::string first = line.text("subscriptionStartDate");
    const std::string last = line.text("subscriptionEndDate");
    auto& order_first = order["subscriptionStartDate"];
    auto& order_last = order["subscriptionEndDate"];
    order_first = order_first ? std::min(*order_first, first) : first;
    order_last = order_last ? std::max(*order_last, last) : last;
    if (const auto term = line.number("subscriptionTerm"); term > 0) {
      order.set("subscriptionTerm", std::max(order.number("subscriptionTerm"), term));
    }
  }
  for (const std::string_view member : {"listTotal", "subtotal", "totalAmount", "orderTCV"}) order.set(member, total);
  order.set("orderACV", yearly);
}

}  // namespace vestibule::sandbox

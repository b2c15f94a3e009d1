#include "metrics.hpp"

#include <limits>
#include <map>
#include <string>
#include <vector>

#include "announce.hpp"
#include "customer_life.hpp"
#include "order_lines.hpp"
#include "order_tables.hpp"
#include "vestibule/relations/metrics.hpp"

namespace vestibule::sandbox {
namespace {

using relations::SubscriptionValue;

Cents yearly(const Values& subscription) {
  const PriceBookEntry* const entry = find_price_book_entry(subscription.text("priceBookEntryId"));
  if (entry == nullptr) return 0;
  Charge charge;
  charge.list_price = subscription.number("listPrice");
  charge.quantity = subscription.number("quantity");
  charge.unit_months = entry->unit_months;
  return yearly_price(charge);
}

checks::Date date_of(const std::string& day) {
  const auto date = checks::parse_date(day);
  if (!date.ok()) throw StoreError{"a stored day cannot be read"};
  return date.value();
}

SubscriptionValue value_of(const Values& subscription) {
  return {date_of(subscription.text("subscriptionStartDate")), date_of(subscription.text("subscriptionEndDate")),
          yearly(subscription), subscription.number("totalTCV")};
}

void store(Records& records, Values& record, std::string_view member, Cents value) {
  if (record.number(member) == value) return;
  records.set(record, {record.table().place(member), std::to_string(value)});
}

void expire(Repositories& repositories, Values& subscription, Day today, Milliseconds time) {
  if (subscription.text("status") != "Active" || subscription.text("subscriptionEndDate") >= day_text(today)) return;
  repositories.subscriptions.update(subscription, {{subscription.table().place("status"), "Expired"}}, time);
  announce_subscription(repositories, OutboxEvent::subscription_updated, subscription, time);
}

}  // namespace

void recompute_metrics(Repositories& repositories, Day today, Milliseconds time) {
  const checks::Date date = date_of(day_text(today));
  Selection every;
  every.limit = std::numeric_limits<std::int64_t>::max();
  std::map<std::string, std::vector<SubscriptionValue>> customers;
  for (Values& subscription : repositories.select(subscriptions_table(), every).rows) {
    expire(repositories, subscription, today, time);
    const SubscriptionValue value = value_of(subscription);
    const relations::Metrics metrics = relations::metrics_of({&value, 1}, date);
    store(repositories.subscriptions, subscription, "todayARR", metrics.arr);
    store(repositories.subscriptions, subscription, "todayCMRR", metrics.cmrr);
    customers[subscription.text("customerId")].push_back(value);
  }
  for (const auto& [id, values] : customers) {
    auto customer = repositories.customers.find(id);
    if (!customer) continue;
    const relations::Metrics metrics = relations::metrics_of(values, date);
    const Values before = *customer;
    store(repositories.customers, *customer, "todayARR", metrics.arr);
    store(repositories.customers, *customer, "todayCMRR", metrics.cmrr);
    store(repositories.customers, *customer, "totalTCV", metrics.tcv);
    if (!(before == *customer)) note_changes(repositories, "customer", before, *customer, {"metrics", time});
  }
}

}  // namespace vestibule::sandbox

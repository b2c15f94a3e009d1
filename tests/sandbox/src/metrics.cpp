#include "metrics.hpp"

#include <limits>
#include <map>
#include <string>

#include "order_lines.hpp"
#include "order_tables.hpp"

namespace vestibule::sandbox {
namespace {

struct Metrics {
  Cents arr = 0;
  Cents tcv = 0;
};

Cents yearly_today(const Values& subscription, Day today) {
  const std::string day = day_text(today);
  if (subscription.text("subscriptionStartDate") > day || subscription.text("subscriptionEndDate") < day) return 0;
  const PriceBookEntry* const entry = find_price_book_entry(subscription.text("priceBookEntryId"));
  if (entry == nullptr) return 0;
  Charge charge;
  charge.list_price = subscription.number("listPrice");
  charge.quantity = subscription.number("quantity");
  charge.unit_months = entry->unit_months;
  return yearly_price(charge);
}

void store(Records& records, Values& record, std::string_view member, Cents value) {
  if (record.number(member) == value) return;
  records.set(record, {record.table().place(member), std::to_string(value)});
}

void expire(Repositories& repositories, Values& subscription, Day today, Milliseconds time) {
  if (subscription.text("status") != "Active" || subscription.text("subscriptionEndDate") >= day_text(today)) return;
  repositories.subscriptions.update(subscription, {{subscription.table().place("status"), "Expired"}}, time);
}

}  // namespace

void recompute_metrics(Repositories& repositories, Day today, Milliseconds time) {
  Selection every;
  every.limit = std::numeric_limits<std::int64_t>::max();
  std::map<std::string, Metrics> customers;
  for (Values& subscription : repositories.select(subscriptions_table(), every).rows) {
    expire(repositories, subscription, today, time);
    const Cents arr = yearly_today(subscription, today);
    store(repositories.subscriptions, subscription, "todayARR", arr);
    store(repositories.subscriptions, subscription, "todayCMRR", share(arr, 1, 12));
    Metrics& sum = customers[subscription.text("customerId")];
    sum.arr += arr;
    sum.tcv += subscription.number("totalTCV");
  }
  for (const auto& [id, sum] : customers) {
    auto customer = repositories.customers.find(id);
    if (!customer) continue;
    store(repositories.customers, *customer, "todayARR", sum.arr);
    store(repositories.customers, *customer, "todayCMRR", share(sum.arr, 1, 12));
    store(repositories.customers, *customer, "totalTCV", sum.tcv);
  }
}

}  // namespace vestibule::sandbox

#include "lifecycle_hooks.hpp"

#include "order_tables.hpp"

namespace vestibule::sandbox {
namespace {

bool has_activated_order(Repositories& repositories, const Values& customer) {
  const Table& table = orders_table();
  Selection selection;
  selection.restrictions = {{table.place("customerId"), {customer.text("id")}}, {table.place("status"), {"Activated"}}};
  selection.limit = 1;
  return repositories.select(table, selection).total > 0;
}

}  // namespace

void before_activation(Repositories& repositories, Values& customer, Day today, Milliseconds time) {
  if (has_activated_order(repositories, customer)) return;
  const Table& table = customer.table();
  Changes changes;
  if (!customer["customerSince"]) changes.push_back({table.place("customerSince"), day_text(today)});
  // Any other type was chosen by somebody and stays.
  if (customer.text("type") == "Prospect") changes.push_back({table.place("type"), "Direct Customer"});
  if (!changes.empty()) repositories.customers.update(customer, std::move(changes), time);
}

}  // namespace vestibule::sandbox

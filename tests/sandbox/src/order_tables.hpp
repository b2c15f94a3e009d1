/// The tables of orders and of what their activation makes. docs/endpoints.md says which members are documented.
/// Depends on: table.
#pragma once

#include "table.hpp"

namespace vestibule::sandbox {

[[nodiscard]] const Table& orders_table();
[[nodiscard]] const Table& order_products_table();
[[nodiscard]] const Table& subscriptions_table();
[[nodiscard]] const Table& assets_table();
[[nodiscard]] const Table& entitlements_table();
[[nodiscard]] const Table& invoices_table();
[[nodiscard]] const Table& invoice_items_table();
/// Empty: nobody gives credit here.
[[nodiscard]] const Table& credits_table();
[[nodiscard]] const Table& hub_records_table();
[[nodiscard]] const Table& hub_jobs_table();

}  // namespace vestibule::sandbox

/// What the routes of invoices do with the store.
/// Depends on: billing, body, list_answer, order_answer, route.
#pragma once

#include <string_view>

#include "route.hpp"

namespace vestibule::sandbox {

[[nodiscard]] Response list_invoices(Repositories& repositories, const Call& call);
[[nodiscard]] Response read_invoice(Repositories& repositories, const Call& call);
[[nodiscard]] Response list_customers_invoices(Repositories& repositories, const Call& call);
[[nodiscard]] Response read_customers_invoice(Repositories& repositories, const Call& call);
/// All of `invoiceIds` or none.
void post_invoice_activation(Store& store, const Call& call, std::string_view body, const Answer& answer);

}  // namespace vestibule::sandbox

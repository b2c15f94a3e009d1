/// Orders and what belongs to them as JSON text.
/// Depends on: activation, envelope, repositories.
#pragma once

#include <span>
#include <string>

#include "activation.hpp"
#include "envelope.hpp"

namespace vestibule::sandbox {

/// An object with its lines as `orderProducts`; an invoice with its items as `invoiceItems`.
[[nodiscard]] std::string order_json(const Order& order);
[[nodiscard]] std::string invoice_json(const Invoice& invoice);

/// {"order", "subscriptions", "assets", "entitlements", "invoices"}, of an activation and, mostly empty, of a draft.
[[nodiscard]] std::string activation_json(const Activated& activated);

/// The lines of an order, the items of an invoice and what an order has made: members with a comma before each.
[[nodiscard]] std::string lines_member(Repositories& repositories, const Values& order);
[[nodiscard]] std::string items_member(Repositories& repositories, const Values& invoice);
[[nodiscard]] std::string assets_member(Repositories& repositories, std::string_view order_id);
[[nodiscard]] std::string invoices_member(Repositories& repositories, std::string_view order_id);

}  // namespace vestibule::sandbox

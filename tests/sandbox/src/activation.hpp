/// The activation of a draft order: subscriptions, assets, entitlements and invoices from its lines, in one transaction.
/// Depends on: announce, billing, customer_life, fulfilment, orders.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "billing.hpp"
#include "orders.hpp"

namespace vestibule::sandbox {

struct ActivationOptions {
  bool generate_invoice = false;
  bool activate_invoice = false;
};

/// Errors  a 400 with every problem of the body
[[nodiscard]] std::variant<ActivationOptions, Problem> read_activation(std::string_view body);

struct Activated {
  Order order;
  std::vector<Values> subscriptions;
  std::vector<Values> assets;
  std::vector<Values> entitlements;
  std::vector<Invoice> invoices;
};

/// Errors  409 when the order is no draft any more, or when a subscription has changed since the draft was made; the caller
///         rolls back then
/// Source  api-docs.nue.io activate draft order
[[nodiscard]] std::variant<Activated, Problem> activate_order(Repositories& repositories, const std::string& order_id,
                                                              const ActivationOptions& options, Milliseconds time);

}  // namespace vestibule::sandbox

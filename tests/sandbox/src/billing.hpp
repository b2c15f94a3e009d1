/// Invoices: what the activation of an order charges for, and an invoice's own activation.
/// Depends on: announce, order_lines, repositories, transaction_hub.
///
/// An invoice takes what is sold once as a whole, and of a subscription that is billed in advance the billing period in
/// which the line begins. Later periods, what is billed in arrears, and credit for what is taken back are not imitated.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "order_lines.hpp"
#include "repositories.hpp"

namespace vestibule::sandbox {

struct Invoice {
  Values invoice;
  std::vector<Values> items;
};

/// The draft of an order's invoice, not stored; nothing when there is nothing to charge. Due at the end of the customer's
/// payment term, at once without one.
[[nodiscard]] std::optional<Invoice> draft_invoice(const Values& order, std::span<const Values> lines,
                                                   const Values& customer, Day today);

void store_invoice(Repositories& repositories, Invoice& invoice, Milliseconds time);

/// From Draft to Active, and on to the payment system: the transaction hub gets a row for the invoice, and first one for
/// the customer when it has none. The invoice must be a draft.
void activate_invoice(Repositories& repositories, Values& invoice, Milliseconds time);

}  // namespace vestibule::sandbox

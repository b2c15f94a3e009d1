/// The events that the sandbox tells the outside of.
/// Depends on: nothing.
///
/// nue-api section 7: customer.created, order.created, order.activated and invoice.activated are Nue's documented names,
/// customer.updated and subscription.updated follow from its texts; the others are ours.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace vestibule::sandbox {

enum class OutboxEvent : std::uint8_t {
  customer_created,
  customer_updated,  ///< the record, its stage or its link to an account changed
  contact_created,
  contact_updated,
  order_created,
  order_activated,
  subscription_created,
  subscription_updated,
  invoice_created,
  invoice_activated,
};

/// "customer.created"
[[nodiscard]] std::string_view to_string(OutboxEvent event);

[[nodiscard]] std::optional<OutboxEvent> find_outbox_event(std::string_view name);

}  // namespace vestibule::sandbox

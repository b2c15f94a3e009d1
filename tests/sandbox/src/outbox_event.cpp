#include "outbox_event.hpp"

#include <algorithm>
#include <array>

namespace vestibule::sandbox {
namespace {

// In the order of OutboxEvent.
constexpr auto names = std::to_array<std::string_view>({
    "customer.created",
    "customer.updated",
    "contact.created",
    "contact.updated",
    "order.created",
    "order.activated",
    "subscription.created",
    "subscription.updated",
    "invoice.created",
    "invoice.activated",
});
static_assert(names.size() == static_cast<std::size_t>(OutboxEvent::invoice_activated) + 1);

}  // namespace

std::string_view to_string(OutboxEvent event) { return names.at(static_cast<std::size_t>(event)); }

std::optional<OutboxEvent> find_outbox_event(std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<OutboxEvent>(found - names.begin());
}

}  // namespace vestibule::sandbox

/// How far a customer has come, and the orders this follows from. A stage is always computed, never stored.
/// Depends on: ids/uuid, checks/date.
///
///   Draft --created--> Prospect --first order activated--> Active --later order, change, renewal, cancellation--> Managed
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "vestibule/checks/date.hpp"
#include "vestibule/ids/uuid.hpp"

namespace vestibule::lifecycle {

enum class Stage : std::uint8_t {
  draft,     ///< no Nue id yet
  prospect,  ///< a Nue id, and no order was ever activated
  active,    ///< one order was activated
  managed,   ///< and after it came another one, a change, a renewal or a cancellation
};

[[nodiscard]] std::string_view to_string(Stage stage);

enum class OrderKind : std::uint8_t { activated, changed, renewed, cancelled };

[[nodiscard]] std::string_view to_string(OrderKind kind);

/// Something that happened through one order. A change order has an id of its own.
struct OrderFact {
  ids::Uuid order;
  OrderKind kind{};

  friend bool operator==(const OrderFact&, const OrderFact&) = default;
};

/// What is known of a customer's orders: a set that only grows, so the order in which facts arrive, and how often,
/// makes no difference (L12), and a stage never goes back (L1).
class OrderFacts {
 public:
  /// False when it was known already. Cost: linear.
  bool add(const OrderFact& fact);

  [[nodiscard]] bool knows(const OrderFact& fact) const;
  [[nodiscard]] bool any_activated() const;
  /// Whether there is more than the first activated order.
  [[nodiscard]] bool any_later() const;
  /// In ascending order of id, then kind.
  [[nodiscard]] const std::vector<OrderFact>& all() const { return facts_; }

  friend bool operator==(const OrderFacts&, const OrderFacts&) = default;

 private:
  std::vector<OrderFact> facts_;
};

/// Source: nue-api R30, R31: from orders, not from the external id, which continuous sync gives to prospects too.
[[nodiscard]] Stage stage_of(bool has_id, const OrderFacts& orders);

}  // namespace vestibule::lifecycle

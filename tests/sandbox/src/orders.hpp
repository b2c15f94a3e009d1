/// Draft orders: what is asked of the database before one is stored.
/// Depends on: announce, change_draft, order_draft, order_lines, repositories.
#pragma once

#include <variant>
#include <vector>

#include "order_lines.hpp"
#include "repositories.hpp"

namespace vestibule::sandbox {

/// An order and its lines.
struct Order {
  Values order;
  std::vector<Values> lines;
};

/// Stores a draft. Nothing else changes: no subscription, no link, no stage.
[[nodiscard]] std::variant<Order, Problem> create_order(Repositories& repositories, const OrderDraft& draft,
                                                        Milliseconds time);

/// Stores a draft of changes to subscriptions of one customer. Each subscription is changed at most once.
[[nodiscard]] std::variant<Order, Problem> create_change_order(Repositories& repositories, const ChangeDraft& draft,
                                                               Milliseconds time);

/// An order that was activated in Salesforce on a day, like "2026-03-04" (nue-api R23). Its lines stay there. Nothing happens
/// when it is here already.
void store_org_order(Repositories& repositories, const std::string& id, std::string_view customer_id,
                     std::string_view day, Milliseconds time);

}  // namespace vestibule::sandbox

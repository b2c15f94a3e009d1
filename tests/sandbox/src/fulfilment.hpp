/// What a line of an order becomes when the order is activated.
/// Depends on: announce, order_lines, repositories.
///
///   sold once        an asset, where the product is goods
///   a subscription   a new one, and an entitlement where the product grants one
///   a change         a new version of the subscription, and its entitlements with it
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "order_lines.hpp"
#include "repositories.hpp"

namespace vestibule::sandbox {

struct Fulfilment {
  std::optional<Values> subscription;
  std::optional<Values> asset;
  std::vector<Values> entitlements;
};

/// The line learns the number of what it became.
/// Errors  409 when the subscription of a change has changed since the line was made
[[nodiscard]] std::variant<Fulfilment, Problem> fulfil(Repositories& repositories, const Values& order, Values& line,
                                                       Milliseconds time);

}  // namespace vestibule::sandbox

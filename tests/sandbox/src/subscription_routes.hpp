/// What the routes of subscriptions and entitlements do with the store.
/// Depends on: announce, body, list_answer, order_tables, route.
#pragma once

#include <string_view>

#include "route.hpp"

namespace vestibule::sandbox {

[[nodiscard]] Response list_subscriptions(Repositories& repositories, const Call& call);
/// Takes autoRenew and renewalTerm.
void patch_subscription(Store& store, const Call& call, std::string_view body, const Answer& answer);
[[nodiscard]] Response list_entitlements(Repositories& repositories, const Call& call);

}  // namespace vestibule::sandbox

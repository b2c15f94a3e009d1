/// What the routes of the transaction hub do with the store.
/// Depends on: route, transaction_hub.
#pragma once

#include <string_view>

#include "route.hpp"

namespace vestibule::sandbox {

/// The state of a customer in outside systems: one row for each.
[[nodiscard]] Response read_hub_data(Repositories& repositories, const Call& call);
void post_hub_upload(Store& store, const Call& call, std::string_view body, const Answer& answer);
[[nodiscard]] Response read_hub_job(Repositories& repositories, const Call& call);

}  // namespace vestibule::sandbox

/// What the routes of customers do with the store.
/// Depends on: checked_write, list_answer, route, tenant.
#pragma once

#include <string_view>

#include "route.hpp"

namespace vestibule::sandbox {

[[nodiscard]] Response list_customers(Repositories& repositories, const Call& call);
[[nodiscard]] Response read_customer(Repositories& repositories, const Call& call);
void create_customers(Store& store, const Call& call, std::string_view body, const Answer& answer);
void patch_customer(Store& store, const Call& call, std::string_view body, const Answer& answer);

}  // namespace vestibule::sandbox

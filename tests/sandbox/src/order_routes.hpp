/// What the routes of the catalogue and of orders do with the store.
/// Depends on: list_answer, order_answer, route.
#pragma once

#include <string_view>

#include "route.hpp"

namespace vestibule::sandbox {

[[nodiscard]] Response list_products(Repositories& repositories, const Call& call);

[[nodiscard]] Response list_orders(Repositories& repositories, const Call& call);
void post_order(Store& store, const Call& call, std::string_view body, const Answer& answer);
void post_change_order(Store& store, const Call& call, std::string_view body, const Answer& answer);
void post_activation(Store& store, const Call& call, std::string_view body, const Answer& answer);

}  // namespace vestibule::sandbox

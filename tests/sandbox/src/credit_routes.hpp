/// Credits of customers. Nobody gives any here: every list is empty.
/// Depends on: list_answer, order_tables, route.
#pragma once

#include "route.hpp"

namespace vestibule::sandbox {

/// Flows of credits and what they come to are asked alike.
/// Source  api-docs.nue.io fetching credit flows, fetch credit stats
[[nodiscard]] Response list_credits(Repositories& repositories, const Call& call);

}  // namespace vestibule::sandbox

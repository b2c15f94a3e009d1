/// The right to be forgotten: what is stored of a person is taken out, what billing rests on stays (L23).
/// Depends on: announce, repositories.
#pragma once

#include <string_view>

#include "repositories.hpp"

namespace vestibule::sandbox {

/// Empties every field of the customer and its contacts that can tell of a person, and forgets their ledgers and lost
/// values. Ids, record type, type, terms and metrics stay. A name is needed, so it becomes "Erased". Ends with the
/// transaction of the caller; Store::scrub() then takes what is left of it out of SQLite's log.
void erase_personal(Repositories& repositories, std::string_view customer_id, Milliseconds time);

/// Whether an order of the customer is still a draft, which stands against an erasure.
[[nodiscard]] bool has_open_order(Repositories& repositories, std::string_view customer_id);

}  // namespace vestibule::sandbox

/// What the routes of contacts do with the store.
/// Depends on: checked_write, list_answer, route, tenant.
#pragma once

#include <string>
#include <string_view>

#include "route.hpp"

namespace vestibule::sandbox {

[[nodiscard]] Response list_contacts(Repositories& repositories, const Call& call);
[[nodiscard]] Response read_contact(Repositories& repositories, const Call& call);
void patch_contact(Store& store, const Call& call, std::string_view body, const Answer& answer);

[[nodiscard]] Response list_customers_contacts(Repositories& repositories, const Call& call);
[[nodiscard]] Response read_customers_contact(Repositories& repositories, const Call& call);
void create_contacts(Store& store, const Call& call, std::string_view body, const Answer& answer);

/// The contacts of a customer as a JSON array, in the order of a list.
[[nodiscard]] std::string contacts_of(Repositories& repositories, const std::string& customer_id);

}  // namespace vestibule::sandbox

/// The tables of customers and contacts, made from the core's catalogue and the tenant's own fields.
/// Depends on: table; catalogue/field, customer/record, profile/profile of the core.
#pragma once

#include "table.hpp"
#include "vestibule/catalogue/field.hpp"
#include "vestibule/customer/record.hpp"
#include "vestibule/profile/profile.hpp"

namespace vestibule::sandbox {

/// The tenant: one custom field, the mark a sign-up leaves in its customer so that the sender can find it again.
[[nodiscard]] const profile::Profile& tenant();

/// The same, whose open picklists take nothing but what they list (nue-api 10.18).
[[nodiscard]] const profile::Profile& tenant_of_closed_lists();

/// Fields first, in the catalogue's order, then custom fields, then what only the sandbox knows.
[[nodiscard]] const Table& customers_table();
[[nodiscard]] const Table& contacts_table();

/// The members that an accepted record sets.
[[nodiscard]] Changes changes_of(const Table& table, const customer::Record& record);

}  // namespace vestibule::sandbox

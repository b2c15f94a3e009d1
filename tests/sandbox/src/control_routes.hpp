/// The control API, /_sandbox/...: what stands behind the API, for tests and demonstrations.
/// Depends on: route.
#pragma once

#include <string_view>

#include "route.hpp"

namespace vestibule::sandbox {

/// Lines of the audit log as texts; `from` (a seq) and `limit` (1 to 10,000, default 1,000) are parameters.
[[nodiscard]] Response read_audit(Repositories& repositories, const Call& call);
[[nodiscard]] Response read_conflicts(Repositories& repositories, const Call& call);

/// {"life","stage","link"}, "pendingSince" while the account is due, and "holdCustomer" of a hold that is about an account:
/// whose that account is, or null.
[[nodiscard]] Response read_life(Repositories& repositories, const Call& call);
/// Tells a customer an event of the core's lifecycle, as an operator does: hold_released, relinked, erase, ...
void post_event(Store& store, const Call& call, std::string_view body, const Answer& answer);

/// An order activated in Salesforce: {"account"} (nue-api R23). Carried over by the sync.
void post_org_order(Store& store, const Call& call, std::string_view body, const Answer& answer);

/// {"running"}: the comparison of every link with the org, which also runs by itself every night; a POST begins one.
[[nodiscard]] Response read_reconcile(Repositories& repositories, const Call& call);
void post_reconcile(Store& store, const Call& call, std::string_view body, const Answer& answer);

/// One request to the Salesforce org: {"method","target","actor","ifMatch","body"} -> {"status","etag","body"}.
[[nodiscard]] Response ask_org(Control& control, std::string_view body);

}  // namespace vestibule::sandbox

/// Lists: of records, with simple filters, and of events.
/// Depends on: org/storage, org/target, org/problem.
#pragma once

#include "org/problem.hpp"
#include "org/storage.hpp"
#include "org/target.hpp"

namespace vestibule::sandbox::org {

/// Errors  MALFORMED_QUERY, MALFORMED_ID
[[nodiscard]] OrgResponse list_records(Storage& storage, const ObjectInfo& object, const Target& target);
[[nodiscard]] OrgResponse list_events(Storage& storage, const Target& target);

}  // namespace vestibule::sandbox::org

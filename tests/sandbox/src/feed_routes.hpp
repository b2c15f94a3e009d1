/// The feed of events, for whoever follows or counts what happens.
/// Depends on: outbox, route, window.
#pragma once

#include "route.hpp"

namespace vestibule::sandbox {

/// Lines of the outbox as application/x-ndjson; `after` (a sequence) and `limit` are parameters.
[[nodiscard]] Response read_feed(Repositories& repositories, const Call& call);

}  // namespace vestibule::sandbox

/// What an activated order does to its customer: from Prospect to Direct Customer. The one place
/// that knows, so that it can be replaced.
/// Depends on: calendar, repositories.
#pragma once

#include "calendar.hpp"
#include "repositories.hpp"

namespace vestibule::sandbox {

/// Called in the activation's transaction, before the order's own status changes.
void before_activation(Repositories& repositories, Values& customer, Day today, Milliseconds time);

}  // namespace vestibule::sandbox

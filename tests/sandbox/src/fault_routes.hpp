/// /_sandbox/faults.
/// Depends on: route.
#pragma once

#include "route.hpp"

namespace vestibule::sandbox {

/// The list with its counts, as it stands.
[[nodiscard]] Response read_faults(Repositories& repositories, const Call& call);
/// {"faults":[...]}, at most 100, in the place of the list before. Answers the new list.
void post_faults(Store& store, const Call& call, std::string_view body, const Answer& answer);

}  // namespace vestibule::sandbox

/// /_sandbox/settings.
/// Depends on: route.
#pragma once

#include "route.hpp"

namespace vestibule::sandbox {

/// {"customerSync","syncDelay","accountFilter"} and a member for each setting of settings.hpp.
[[nodiscard]] Response read_settings(Repositories& repositories, const Call& call);
/// The same members, each optional. A change of customerSync is told to every customer.
void post_settings(Store& store, const Call& call, std::string_view body, const Answer& answer);

}  // namespace vestibule::sandbox

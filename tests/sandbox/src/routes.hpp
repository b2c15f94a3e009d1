/// Every path of the API.
/// Depends on: route.
#pragma once

#include <span>

#include "route.hpp"

namespace vestibule::sandbox {

/// Where two routes fit one path, the narrower stands first.
[[nodiscard]] std::span<const Route> routes();

}  // namespace vestibule::sandbox

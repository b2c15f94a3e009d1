/// How a filter compares.
/// Depends on: nothing.
#pragma once

#include <cstdint>

namespace vestibule::sandbox {

enum class Operator : std::uint8_t { equal, not_equal, less, less_or_equal, greater, greater_or_equal };

}  // namespace vestibule::sandbox

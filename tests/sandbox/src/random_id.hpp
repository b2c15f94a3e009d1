/// New UUIDs.
/// Depends on: ids/uuid of the core.
#pragma once

#include <string>

namespace vestibule::sandbox {

/// A random UUID (version 4) in canonical text, from the system's randomness.
[[nodiscard]] std::string random_uuid();

}  // namespace vestibule::sandbox

/// The atlas of this release, linked into native programs: target vestibule::atlas. A browser loads the same bytes.
/// Depends on: atlas/atlas.
#pragma once

#include <string_view>

#include "vestibule/atlas/atlas.hpp"

namespace vestibule::atlas {

/// Its bytes, for who hands them on.
extern const std::string_view builtin_bytes;

/// Lives as long as the program.
[[nodiscard]] const Atlas& builtin();

}  // namespace vestibule::atlas

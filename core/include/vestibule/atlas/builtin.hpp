/// The atlas of this release, linked into native programs: target vestibule::atlas. A browser loads the same bytes.
/// Depends on: atlas/atlas.
#pragma once

#include "vestibule/atlas/atlas.hpp"

namespace vestibule::atlas {

/// Lives as long as the program.
[[nodiscard]] const Atlas& builtin();

}  // namespace vestibule::atlas

/// The clock's state in the database, so that it survives the program.
/// Depends on: clock, settings.
#pragma once

#include "clock.hpp"
#include "settings.hpp"

namespace vestibule::sandbox {

[[nodiscard]] ClockState stored_clock(Settings& settings);
void store_clock(Settings& settings, const ClockState& state);

}  // namespace vestibule::sandbox

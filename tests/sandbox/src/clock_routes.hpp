/// /_sandbox/clock.
/// Depends on: route.
#pragma once

#include "route.hpp"

namespace vestibule::sandbox {

/// {"now","frozen","skew"}: skew is how far it is ahead of the machine's clock, in milliseconds.
[[nodiscard]] Response read_clock(Repositories& repositories, const Call& call);

/// {"skew","freeze","step"}, each optional, done in this order:
///   skew    sets the distance from the machine's clock
///   freeze  true: the clock stands still; false: it runs again, from where it stands
///   step    moves it by so many milliseconds, back too
/// Answers the same as read_clock. Where another day begins, the job of the day has run before the answer.
void post_clock(Store& store, const Call& call, std::string_view body, const Answer& answer);

}  // namespace vestibule::sandbox

/// Times as the API writes them: milliseconds since 1970 and ISO 8601 text in UTC.
/// Depends on: nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vestibule::sandbox {

using Milliseconds = std::int64_t;

/// How the sandbox's clock differs from the machine's.
struct ClockState {
  Milliseconds skew = 0;                 ///< how far it is ahead
  std::optional<Milliseconds> frozen{};  ///< where it stands still; then skew says nothing
};

/// The time in the sandbox. One clock serves the whole process.
[[nodiscard]] Milliseconds now();
[[nodiscard]] Milliseconds machine_now();

/// May be called from any thread.
void set_clock(const ClockState& state);
[[nodiscard]] ClockState clock_state();
/// What a clock in this state shows when the machine's shows `machine`.
[[nodiscard]] Milliseconds time_of(const ClockState& state, Milliseconds machine);

/// "2026-03-04T09:15:02.123Z": always 24 characters up to the year 9999, so text order is time order.
[[nodiscard]] std::string to_iso(Milliseconds time);

/// The reverse of to_iso(); nothing for any other text.
[[nodiscard]] std::optional<Milliseconds> from_iso(std::string_view text);

/// "2026", for account numbers.
[[nodiscard]] std::string year_of(Milliseconds time);

}  // namespace vestibule::sandbox

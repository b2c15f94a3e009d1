/// Times as the API writes them: milliseconds since 1970 and ISO 8601 text in UTC.
/// Depends on: nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vestibule::sandbox {

using Milliseconds = std::int64_t;

[[nodiscard]] Milliseconds now();

/// "2026-03-04T09:15:02.123Z": always 24 characters up to the year 9999, so text order is time order.
[[nodiscard]] std::string to_iso(Milliseconds time);

/// The reverse of to_iso(); nothing for any other text.
[[nodiscard]] std::optional<Milliseconds> from_iso(std::string_view text);

/// "2026", for account numbers.
[[nodiscard]] std::string year_of(Milliseconds time);

}  // namespace vestibule::sandbox

/// Amounts of money: whole cents, never floating point.
/// Depends on: nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vestibule::sandbox {

using Cents = std::int64_t;

/// The one currency of the tenant.
inline constexpr std::string_view currency = "USD";

/// A JSON number: "1200", or "1200.05" where there are cents.
[[nodiscard]] std::string money_text(Cents amount);

/// Reads a plain decimal of at most two places and 15 digits before them: "1200", "-1200.5".
/// Errors  nothing for any other text: an amount that is no whole number of cents is never equal to one
[[nodiscard]] std::optional<Cents> read_money(std::string_view text);

/// amount * part / whole, rounded to the nearest cent, half a cent away from zero. `whole` is above 0.
/// Limits  amount * part must fit 63 bits; prices, quantities and terms are bounded so that it does
[[nodiscard]] Cents share(Cents amount, std::int64_t part, std::int64_t whole);

}  // namespace vestibule::sandbox

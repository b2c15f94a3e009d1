/// Whole numbers as decimal digits, and back. The standard library's ways do this faster, by tables and code that are
/// larger than all of it here: what a browser loads uses these.
/// Depends on: nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vestibule::text {

/// The digits of a number, without leading zeros.
[[nodiscard]] std::string decimal(std::uint64_t value);
/// The same with "-" before those of a negative one.
[[nodiscard]] std::string signed_decimal(std::int64_t value);

/// The number that `digits` are; none when there are no digits, anything else than digits, or a number over `max`.
[[nodiscard]] std::optional<std::uint64_t> read_decimal(std::string_view digits, std::uint64_t max);

}  // namespace vestibule::text

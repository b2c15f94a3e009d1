/// Decimal numbers as JSON writes them, judged on their digits: nothing is rounded on the way.
/// Depends on: result, code, limits.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "vestibule/code.hpp"
#include "vestibule/result.hpp"

namespace vestibule::checks {

struct Decimal {
  std::string text;      ///< plain notation: "100" for 1e2, "0" for -0, "10.5"; no exponent, no trailing zeros
  bool integer = false;  ///< no digits after the point
  bool negative = false;

  friend bool operator==(const Decimal&, const Decimal&) = default;
};

/// Reads one number literal of the JSON grammar (RFC 8259 section 6).
///
/// Errors  field.type (not a number literal), number.too_long (over 32 characters),
///         number.range (beyond what any JSON reader keeps apart from 0 or infinity: 1e-308 to 1e308),
///         number.precision (what a binary64 does not give back: integers of over 15 digits beyond 2^53, fractions of over
///         15 digits that are not the shortest of their double, or have over 27 places; or so small that plain notation
///         takes over 32 characters)
/// Cost    linear in the literal
[[nodiscard]] Result<Decimal, Code> parse_decimal(std::string_view literal);

/// Whether a parsed integer or fraction lies within [min, max]. Exact.
[[nodiscard]] bool within(const Decimal& value, std::int64_t min, std::int64_t max);

}  // namespace vestibule::checks

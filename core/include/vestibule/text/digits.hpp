/// Decimal digits of the scripts people type numbers in.
/// Depends on: nothing.
#pragma once

namespace vestibule::text {

/// 0 to 9 for a decimal digit (general category Nd of the Basic Multilingual Plane and the mathematical digits); -1 otherwise.
[[nodiscard]] int decimal_value(char32_t code_point);

}  // namespace vestibule::text

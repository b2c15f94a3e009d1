// What generated records are made of: texts per kind of field, from good to hostile.
#pragma once

#include <span>
#include <string_view>

#include "vestibule/catalogue/field.hpp"

namespace vestibule::parity {

// Texts for one field: those sign-up accepts, at most with a warning, and all.
struct Pool {
  std::span<const std::string_view> good;
  std::span<const std::string_view> all;
};

[[nodiscard]] Pool texts_for(catalogue::Field field);
// Values that are damaged, hostile or merely odd, for any field that takes text.
[[nodiscard]] std::span<const std::string_view> odd_texts();
[[nodiscard]] std::span<const std::string_view> honest_numbers();
[[nodiscard]] std::span<const std::string_view> odd_numbers();
// JSON values of a type no field takes, or that only some take.
[[nodiscard]] std::span<const std::string_view> odd_values();
// Member names that are no fields.
[[nodiscard]] std::span<const std::string_view> unknown_names();
// Bytes that are not UTF-8, escapes that are half a pair, and other damage to splice into a text.
[[nodiscard]] std::span<const std::string_view> splices();

}  // namespace vestibule::parity

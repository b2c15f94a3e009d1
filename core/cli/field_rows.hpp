/// The catalogue in words: one field as the cells of a table, and as a JSON object.
/// Depends on: catalogue/field, catalogue/presentation.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "vestibule/catalogue/field.hpp"

namespace vestibule::cli {

inline constexpr std::array<std::string_view, 8> table_header{"OF",      "FIELD",  "KIND",  "LIMITS",
                                                              "SIGN-UP", "CREATE", "PATCH", "SALESFORCE"};

[[nodiscard]] std::string_view entity_name(catalogue::Entity of);

/// The cells under `table_header`; "" where there is nothing to say.
[[nodiscard]] std::array<std::string, table_header.size()> table_row(catalogue::Field field);

/// Appends everything the catalogue says of the field; what it does not have is left out.
void append_field(std::string& out, catalogue::Field field);

}  // namespace vestibule::cli

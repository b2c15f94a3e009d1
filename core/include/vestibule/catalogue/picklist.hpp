/// The value lists of the built-in profile. Rows stand in core/data/picklists.csv.
/// Depends on: nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vestibule::catalogue {

enum class Picklist : std::uint8_t {
  none,
#define VESTIBULE_PICKLIST(enumerator, name, open) enumerator,
#define VESTIBULE_PICKLIST_VALUE(enumerator, value)
#include "vestibule/generated/picklists.inc"
#undef VESTIBULE_PICKLIST_VALUE
#undef VESTIBULE_PICKLIST
};

/// Whether values outside the list are accepted, with a warning.
[[nodiscard]] bool is_open(Picklist list);

/// The list's own spelling of `value`, compared without regard to ASCII case; empty when it is not listed.
[[nodiscard]] std::string_view find_value(Picklist list, std::string_view value);

/// "Business, Consumer": the values in their order.
[[nodiscard]] std::string joined_values(Picklist list);

}  // namespace vestibule::catalogue

/// Lists of values a field may have, and those of the built-in profile. Rows stand in core/data/picklists.csv.
/// Depends on: nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
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

inline constexpr std::size_t picklist_count = 1
#define VESTIBULE_PICKLIST(enumerator, name, open) +1  // NOLINT(bugprone-macro-parentheses): terms of a sum
#define VESTIBULE_PICKLIST_VALUE(enumerator, value)
#include "vestibule/generated/picklists.inc"
#undef VESTIBULE_PICKLIST_VALUE
#undef VESTIBULE_PICKLIST
    ;

struct ValueList {
  std::span<const std::string_view> values;
  bool open = false;  ///< values outside the list are accepted, with a warning
};

/// The built-in list; `none` has no values.
[[nodiscard]] ValueList built_in(Picklist list);

/// "paymentTerm", as the table names it; "" for none.
[[nodiscard]] std::string_view name_of(Picklist list);
[[nodiscard]] std::optional<Picklist> find_picklist(std::string_view name);

/// The list's own spelling of `value`, compared without regard to ASCII case; empty when it is not listed.
[[nodiscard]] std::string_view find_value(const ValueList& list, std::string_view value);

/// "Business, Consumer": the values in their order.
[[nodiscard]] std::string joined_values(const ValueList& list);

}  // namespace vestibule::catalogue

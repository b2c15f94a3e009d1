/// Country codes (ISO 3166-1 alpha-2). Rows stand in core/data/countries.csv.
/// Depends on: nothing.
#pragma once

#include <string_view>

namespace vestibule::catalogue {

/// The assigned two-letter code that `text` spells in any case, in capitals; "UK", reserved for the United Kingdom, is
/// read as "GB". Empty when there is none. Cost: a look at a few codes.
[[nodiscard]] std::string_view find_country(std::string_view text);

}  // namespace vestibule::catalogue

/// Country codes (ISO 3166-1). Rows stand in core/data/countries.csv.
/// Depends on: nothing.
#pragma once

#include <string_view>

namespace vestibule::catalogue {

/// The assigned two-letter code that `text` spells in any case, in capitals; "UK", reserved for the United Kingdom, is
/// read as "GB". Empty when there is none. Cost: a look at a few codes.
[[nodiscard]] std::string_view find_country(std::string_view text);

/// The same for what stands where only a country can: a code of three letters (alpha-3, "DEU") counts, too. In running
/// text it may be a word ("and", "can", "per"). Cost: a pass over the codes.
[[nodiscard]] std::string_view find_country_code(std::string_view text);

}  // namespace vestibule::catalogue

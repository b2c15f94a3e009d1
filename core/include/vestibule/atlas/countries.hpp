/// Country names: from what people write to the code, and from the code to the English name.
/// Depends on: atlas/address_formats, catalogue/country, text/loose.
///
/// Source  CLDR (English names), ISO 3166-1; core/data/atlas/country-aliases.json (other names).
#pragma once

#include <string>
#include <string_view>

#include "vestibule/atlas/address_formats.hpp"

namespace vestibule::atlas {

/// The code that `text` means: a code of two letters or of three in any case, the English name, or a name people use
/// instead ("UK", "Deutschland"), without regard to accents, capitals and punctuation; also behind its form of state
/// ("Islamic Republic of Iran") and as sorted lists have it ("Korea, Republic of"). "" when there is none.
/// Limits  names of at most 80 bytes
/// Cost    a code: a pass over the codes; a name: three passes over the names at most, that mostly look at their first letters
[[nodiscard]] std::string find_country(const AddressFormats& formats, std::string_view text);

/// The code of a country whose name is spelled out; a bare code is no name here. For texts where two letters may be anything.
[[nodiscard]] std::string find_country_name(const AddressFormats& formats, std::string_view text);

}  // namespace vestibule::atlas

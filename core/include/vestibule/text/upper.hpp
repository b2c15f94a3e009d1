/// Capitals for labels, of the scripts with case that addresses are written in.
/// Depends on: text/utf8 (in the implementation).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vestibule::text {

enum class CapitalI : std::uint8_t {
  plain,   ///< i becomes I
  dotted,  ///< i becomes U+0130, as Turkish and Azerbaijani write it
};

/// Appends `text` in capitals: Latin, Greek (without accents, as Greek writes capitals), Cyrillic and Armenian letters;
/// "\u00df" becomes "SS". Everything else stays as it is.
///
/// Input  valid UTF-8
/// Cost   linear
void append_upper(std::string& out, std::string_view text, CapitalI capital_i = CapitalI::plain);

}  // namespace vestibule::text

/// A pasted address block becomes parts: what is sure, what is likely, what is a guess, and what was left over.
/// Depends on: atlas/address_formats, atlas/countries, checks/postal_code.
///
/// Parts come back as they were typed; the fields' own rules bring them to their canonical form. Every word of the block is
/// in a part, in `country_text` or in `rest`; only signs between parts are dropped.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "vestibule/atlas/address_formats.hpp"

namespace vestibule::address {

enum class Confidence : std::uint8_t {
  none,    ///< the part is not there
  low,     ///< a guess from where it stands: to be shown, never taken silently
  medium,  ///< fits, and something else could too
  high,    ///< named, listed or of a form nothing else has
};

struct SplitPart {
  std::string text;
  Confidence confidence = Confidence::none;

  friend bool operator==(const SplitPart&, const SplitPart&) = default;
};

struct SplitAddress {
  std::array<SplitPart, atlas::part_count> parts;  ///< by atlas::Part; street lines are joined by "\n"
  std::string country;                             ///< alpha-2; "" when neither named nor to be inferred
  SplitPart country_text;                          ///< what named it; "" with a confidence when it was inferred
  std::string rest;                                ///< what no part took, lines joined by "\n"

  [[nodiscard]] const SplitPart& operator[](atlas::Part part) const { return parts[static_cast<std::size_t>(part)]; }
  friend bool operator==(const SplitAddress&, const SplitAddress&) = default;
};

/// Splits a block of one to twelve lines; of one line the commas count as line ends.
///
///   1. The country: a line or a last word that is its name, else `country_hint`, else what only one country writes (the
///      form of the postal code together with the script or the state).
///   2. The postal code by the country's pattern, where the country's order expects it.
///   3. The area and the city around it, by the country's list and order.
///   4. The street: lines with a house number, a post office box or a word for street.
///   5. Lines in front of it: the organisation, known by its legal form, and the person.
///   Phone numbers, addresses of mail and web and the like stay in `rest`.
///
/// Input   valid UTF-8
/// Limits  2,000 bytes and 12 lines; what is over them comes back in `rest` as a whole
/// Cost    linear in the text, for each area of the country
[[nodiscard]] SplitAddress split_address(const atlas::AddressFormats& formats, std::string_view text,
                                         std::string_view country_hint);

}  // namespace vestibule::address

/// A pasted address block becomes parts: what is sure, what is likely, what is a guess, and what was left over.
/// Depends on: atlas/address_formats, atlas/countries, checks/postal_code.
///
/// Parts come back as they were typed; the fields' own rules bring them to their canonical form. Every word of the block is
/// in one slice; only signs between parts are dropped.
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

/// Where a slice of the block went: a part, the name of the country, or what is left over.
inline constexpr std::uint8_t country_slot = atlas::part_count;
inline constexpr std::uint8_t rest_slot = atlas::part_count + 1;

struct SplitSlice {
  std::string_view text;  ///< of the block
  std::uint8_t slot = rest_slot;
  Confidence confidence = Confidence::none;
};

inline constexpr std::size_t split_max_slices = 32;

/// Views of the block: it must outlive them.
struct SplitAddress {
  std::array<SplitSlice, split_max_slices> slices;
  std::size_t size = 0;
  std::string country;                               ///< alpha-2; "" when neither named nor to be inferred
  Confidence country_confidence = Confidence::none;  ///< high when a slice names it

  /// All slices of a slot, joined by "\n".
  [[nodiscard]] std::string text(std::uint8_t slot) const;
  [[nodiscard]] std::string text(atlas::Part part) const { return text(static_cast<std::uint8_t>(part)); }
  /// That of its least sure slice.
  [[nodiscard]] Confidence confidence(std::uint8_t slot) const;
  [[nodiscard]] Confidence confidence(atlas::Part part) const { return confidence(static_cast<std::uint8_t>(part)); }
};

/// Splits a block of one to twelve lines; of one line the commas count as line ends.
///
///   1. The country: a line or a last word that is its name, else `country_hint`, else what only one country writes (the
///      form of the postal code together with the script or the state).
///   2. The postal code by the country's pattern, where the country's order expects it.
///   3. The area and the city around it, by the country's list and order.
///   4. The street: lines with a house number, a post office box or a word for street.
///   5. Lines in front of it: the organisation, known by its legal form, and the person.
///   Phone numbers, addresses of mail and web and the like stay in the rest.
///
/// Input   valid UTF-8
/// Limits  2,000 bytes and 12 lines; what is over them comes back as the rest, as a whole
/// Cost    linear in the text, for each area of the country
[[nodiscard]] SplitAddress split_address(const atlas::AddressFormats& formats, std::string_view text,
                                         std::string_view country_hint);

}  // namespace vestibule::address

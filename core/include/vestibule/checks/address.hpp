/// The parts of an address together.
/// Depends on: atlas/address_formats.
#pragma once

#include "vestibule/atlas/address_formats.hpp"

namespace vestibule::checks {

/// The parts that mail to the territory needs and `given` lacks, of those a record has fields for: street, locality, area,
/// postal code. Nothing is missing while there is no street: an address may be partial.
///
/// Cost    constant
/// Source  Google's address data ("required")
[[nodiscard]] constexpr atlas::PartSet missing_parts(const atlas::AddressFormat& format, atlas::PartSet given) {
  using atlas::Part;
  constexpr unsigned judged =
      atlas::set_of(Part::locality) | atlas::set_of(Part::admin_area) | atlas::set_of(Part::postal_code);
  if (!atlas::has(given, Part::street)) return 0;
  return static_cast<atlas::PartSet>(format.required & judged & ~unsigned{given});
}

}  // namespace vestibule::checks

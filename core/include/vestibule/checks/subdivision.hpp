/// States, provinces and the like, as people write them.
/// Depends on: atlas/address_formats.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "vestibule/atlas/address_formats.hpp"

namespace vestibule::checks {

struct Subdivision {
  std::optional<std::size_t> index;  ///< in the territory's list
  std::string text;                  ///< what is stored: the code where labels carry it, else the name; else the input
  std::string suggestion;            ///< of a name that is none: what was probably meant
  bool listed = false;               ///< whether the territory has a list

  friend bool operator==(const Subdivision&, const Subdivision&) = default;
};

/// Reads a state by code, ISO 3166-2 code or name, local or in Latin letters; a name comes back in the script it was typed in.
///
/// Input  UTF-8, already cleaned; `country` is the territory's code
/// Cost   the length of the text, for each area of the territory (at most 107)
[[nodiscard]] Subdivision read_subdivision(const atlas::AddressFormat& format, std::string_view country,
                                           std::string_view input);

}  // namespace vestibule::checks

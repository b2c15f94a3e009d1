// Addresses written without spaces from the large to the small. Internal to address.
#pragma once

#include <string_view>

#include "vestibule/atlas/areas.hpp"

namespace vestibule::address {

// Whether a character of the Far East is somewhere in the text.
[[nodiscard]] bool has_far_eastern(std::string_view text);

// The parts at the beginning of a line; "" where it has none. `rest` is what comes after them.
struct LargeToSmall {
  std::string_view area, locality, district, rest;
};

// Reads the area by the list, and the city and district by the characters they end with.
[[nodiscard]] LargeToSmall read_large_to_small(const atlas::Areas& areas, std::string_view country,
                                               std::string_view line);

}  // namespace vestibule::address

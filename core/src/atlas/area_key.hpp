// What distinguishes the name of an area, and how near two of them are. Internal to atlas.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vestibule::atlas {

// The letters of a name without the words for what it is ("Province", "state of"), unless there are no others.
[[nodiscard]] std::string area_key(std::string_view name);

// Bytes added, left out, replaced or swapped with their neighbour; more than `most`, and keys of more than 40 bytes, come
// back as most + 1.
[[nodiscard]] std::size_t key_distance(std::string_view a, std::string_view b, std::size_t most);

}  // namespace vestibule::atlas

// What distinguishes the name of an area, and how near two of them are. Internal to atlas.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vestibule::atlas {

// The words of a name, a space between them.
[[nodiscard]] std::string area_words(std::string_view name);

// The same without the words for what it is ("Province", "state of"), unless there are no others.
[[nodiscard]] std::string area_key(std::string_view name);

// Whether two keys have the same letters, or one begins with the initial of what the other spells out ("n dakota").
[[nodiscard]] bool same_area(std::string_view name, std::string_view typed);

// Bytes added, left out, replaced or swapped with their neighbour; more than `most`, keys of more than 40 bytes and keys of
// a different number of words come back as most + 1: a word more makes another name ("w virginia").
[[nodiscard]] std::size_t key_distance(std::string_view a, std::string_view b, std::size_t most);

}  // namespace vestibule::atlas

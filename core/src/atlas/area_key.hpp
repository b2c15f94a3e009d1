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

// What kind of area a name says it is, as bits: one that says nothing of it has none.
enum AreaKind : unsigned { city = 1, county = 2, region = 4, territory = 8, republic = 16 };
[[nodiscard]] unsigned kinds_in(std::string_view name);

// Whether an area whose names say `named` may be what is called by words of `typed`: "Kansas City" is not Kansas, nor is
// Taipei County Taipei City. A city stands in the county of its name; a county of a country whose labels carry codes is none
// of its areas.
[[nodiscard]] bool fits_kind(unsigned typed, unsigned named, bool codes_on_labels);

// Whether two keys have the same letters, or one begins with the initial of what the other spells out ("n dakota").
[[nodiscard]] bool same_area(std::string_view name, std::string_view typed);

// Bytes added, left out, replaced or swapped with their neighbour; more than `most`, keys of more than 40 bytes and keys of
// a different number of words come back as most + 1: a word more makes another name ("w virginia").
[[nodiscard]] std::size_t key_distance(std::string_view a, std::string_view b, std::size_t most);

}  // namespace vestibule::atlas

// The section PHON as the atlas has it, and as atlas/phone_plans.hpp wants it. Depends on: table_reader, record_writer.
//
//   head     u16: calling codes, regions, rules, bytes of strings
//   strings  texts with a 0 behind each
//   codes    columns of u8: step from the code before, main region, number of formats, number of other regions
//   regions  columns of u8: first letter, second letter, rule of national prefixes, rule of prefixes abroad, string
//   formats  8 bytes each
//   others   u8: the regions of each code besides its main one
//   tables   bits (bit_reader, table_reader): of the rules, of the formats of each code that has any, of the plans
//
// Source  scripts/build-atlas.d/phone.ts
#pragma once

#include <string>
#include <string_view>

namespace vestibule::atlas {

// "" when the section cannot be read. Cost: linear in the answer, which has at most 1 MiB.
[[nodiscard]] std::string read_phone_section(std::string_view packed);

}  // namespace vestibule::atlas

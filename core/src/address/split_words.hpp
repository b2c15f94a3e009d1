// Words by which the lines of an address are told apart. Internal to address.
#pragma once

#include <string_view>

namespace vestibule::address {

// A line about something else: phone, mail, web, tax number.
[[nodiscard]] bool is_contact_line(std::string_view line);

// A house number, a box, a floor, or a word for street in the larger languages.
[[nodiscard]] bool is_street_line(std::string_view line);

// The legal form of a company somewhere in it.
[[nodiscard]] bool has_legal_form(std::string_view line);

// "Attn", "c/o", "Herr"... at the beginning.
[[nodiscard]] bool names_person(std::string_view line);

[[nodiscard]] bool has_digit(std::string_view text);

// Capital letters of ASCII and points, as codes and abbreviations are written.
[[nodiscard]] bool all_capitals(std::string_view text);

}  // namespace vestibule::address

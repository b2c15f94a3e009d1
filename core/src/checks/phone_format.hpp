// How digits are laid out by a format. Internal to checks.
#pragma once

#include <string>
#include <string_view>

#include "vestibule/atlas/phone_plans.hpp"

namespace vestibule::checks {

// Bytes of a template that stand for something; 1 to 5 are groups.
inline constexpr char last_group_byte = 5;
inline constexpr char national_prefix_byte = 6;
inline constexpr char first_group_byte = 7;

// Cuts `digits` into the groups of `format`; false: they do not fit.
[[nodiscard]] bool cut_groups(std::string_view digits, const atlas::PhoneFormat& format,
                              std::array<std::string_view, 5>& groups);

}  // namespace vestibule::checks

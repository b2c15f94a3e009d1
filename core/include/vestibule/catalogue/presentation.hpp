/// How a field is shown and where it goes in Salesforce. Apart from the rules, so that a module that only checks does not carry it.
/// Depends on: catalogue/field.
#pragma once

#include <string_view>

#include "vestibule/catalogue/field.hpp"

namespace vestibule::catalogue {

struct Presentation {
  std::string_view salesforce;    ///< field of the Salesforce Account; "" where it has none
  std::string_view autocomplete;  ///< HTML autofill token; "" where none fits
  std::string_view inputmode;     ///< HTML inputmode; "" for the default
  std::string_view group;         ///< the section of a form it belongs to
  std::string_view label;         ///< English
  std::string_view doc;           ///< one English sentence
};

[[nodiscard]] const Presentation& presentation(Field field);

}  // namespace vestibule::catalogue

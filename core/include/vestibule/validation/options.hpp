/// What a check is for.
/// Depends on: nothing.
#pragma once

#include <cstdint>
#include <string_view>

namespace vestibule::validation {

enum class Operation : std::uint8_t {
  create,  ///< required fields must be there
  patch,   ///< only what is sent is judged; null empties a field
};

enum class Strictness : std::uint8_t {
  signup,  ///< the page and the gateway: only sign-up fields, full rules, full normalisation
  api,     ///< as strict as Nue: trims, refuses what Nue refuses, and turns the rest into warnings
};

struct Options {
  Operation operation = Operation::create;
  Strictness strictness = Strictness::signup;
  std::string_view country;  ///< alpha-2, where the form knows it before the address does; "" = unknown
};

}  // namespace vestibule::validation

/// What a check is for.
/// Depends on: atlas/atlas, catalogue/field, profile/profile, scope.
#pragma once

#include <cstdint>
#include <string_view>

#include "vestibule/atlas/atlas.hpp"
#include "vestibule/catalogue/field.hpp"
#include "vestibule/profile/profile.hpp"
#include "vestibule/scope.hpp"

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
  std::string_view country{};  ///< alpha-2, where the form knows it before the address does; "" = unknown
  catalogue::Entity of = catalogue::Entity::customer;
  /// Country facts; without them only structure is checked, and the result says of which members.
  const atlas::Atlas* atlas = nullptr;
  /// What the tenant changes about the catalogue; without one the built-in profile holds.
  const profile::Profile* profile = nullptr;

  /// The same, for rules to ask: never there in a program that reads none.
  [[nodiscard]] const profile::Profile* tenant() const { return signup_only() ? nullptr : profile; }
};

}  // namespace vestibule::validation

/// What a check is for.
/// Depends on: atlas/atlas, catalogue/field.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "vestibule/atlas/atlas.hpp"
#include "vestibule/catalogue/field.hpp"

namespace vestibule::validation {

enum class Operation : std::uint8_t {
  create,  ///< required fields must be there
  patch,   ///< only what is sent is judged; null empties a field
};

enum class Strictness : std::uint8_t {
  signup,  ///< the page and the gateway: only sign-up fields, full rules, full normalisation
  api,     ///< as strict as Nue: trims, refuses what Nue refuses, and turns the rest into warnings
};

/// A one-line text field a tenant has added to the catalogue.
struct CustomField {
  std::string_view name;
  std::uint32_t max_utf16 = 0;  ///< 0 = no limit of its own
};

struct Options {
  Operation operation = Operation::create;
  Strictness strictness = Strictness::signup;
  std::string_view country{};  ///< alpha-2, where the form knows it before the address does; "" = unknown
  catalogue::Entity of = catalogue::Entity::customer;
  /// Country facts; without them only structure is checked, and the result says of which members.
  const atlas::Atlas* atlas = nullptr;
  /// Accepted through the API only; a person signing up never sets one. The packed layout hands on no values for them.
  std::span<const CustomField> custom_fields{};
};

}  // namespace vestibule::validation

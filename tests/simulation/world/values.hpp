/// The records of this world: thirteen fields of the catalogue, in the units and classes of the core's own plan.
/// Depends on: sync/plan and ids of the core.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "vestibule/ids/salesforce_id.hpp"
#include "vestibule/ids/uuid.hpp"
#include "vestibule/sync/plan.hpp"

namespace vestibule::simulation {

[[nodiscard]] const sync::Plan& plan();

/// Place of the unit that begins with the field.
[[nodiscard]] std::size_t unit_of(std::string_view field);
[[nodiscard]] std::string_view name_of(std::size_t place);

[[nodiscard]] std::span<const sync::Value> part(const sync::Snapshot& values, const sync::Unit& unit);
[[nodiscard]] bool is_blank(std::span<const sync::Value> values);

/// A unit's value as one text; equal texts are equal values.
[[nodiscard]] std::string text_of(const sync::Snapshot& values, std::size_t unit);
[[nodiscard]] std::string text_of(std::span<const sync::Value> values);

/// Whether a change of the unit that is made in Salesforce may come to Nue (L15).
[[nodiscard]] bool travels_in(const sync::Unit& unit);

[[nodiscard]] ids::Uuid uuid_of(std::uint32_t space, std::uint32_t number);
/// 15 characters. Those of an even number and the next one differ by the case of one letter.
[[nodiscard]] std::string account_text(std::uint32_t number);

}  // namespace vestibule::simulation

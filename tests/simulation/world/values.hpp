/// The records of this world: thirteen fields of customers and nine of contacts, in the units and classes of the core's own
/// plans.
/// Depends on: sync/plan and ids of the core.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "vestibule/ids/salesforce_id.hpp"
#include "vestibule/ids/uuid.hpp"
#include "vestibule/sync/plan.hpp"

namespace vestibule::simulation {

using catalogue::Entity;

/// A customer or a contact, by its place in Nue's database. Its Nue id, which is its key in the org, is made of it.
struct Key {
  Entity entity{};
  std::uint32_t number = 0;

  friend bool operator==(const Key&, const Key&) = default;
  friend bool operator<(const Key& a, const Key& b) {
    return a.entity != b.entity ? a.entity < b.entity : a.number < b.number;
  }
};
[[nodiscard]] inline Key customer_key(std::uint32_t number) { return {Entity::customer, number}; }
[[nodiscard]] inline Key contact_key(std::uint32_t number) { return {Entity::contact, number}; }

[[nodiscard]] const sync::Plan& plan(Entity entity = Entity::customer);

/// Of customers: place of the unit that begins with the field.
[[nodiscard]] std::size_t unit_of(std::string_view field);
[[nodiscard]] std::string_view name_of(const sync::Plan& of, std::size_t place);

[[nodiscard]] std::span<const sync::Value> part(const sync::Snapshot& values, const sync::Unit& unit);
[[nodiscard]] bool is_blank(std::span<const sync::Value> values);

/// A unit's value as one text; equal texts are equal values.
[[nodiscard]] std::string text_of(const sync::Plan& of, const sync::Snapshot& values, std::size_t unit);
[[nodiscard]] std::string text_of(std::span<const sync::Value> values);

/// Whether a change of the unit that is made in Salesforce may come to Nue (L15).
[[nodiscard]] bool travels_in(const sync::Unit& unit);

[[nodiscard]] ids::Uuid uuid_of(std::uint32_t space, std::uint32_t number);
/// 15 characters. Those of an even number and the next one differ by the case of one letter.
[[nodiscard]] std::string org_id_text(Entity entity, std::uint32_t number);

}  // namespace vestibule::simulation

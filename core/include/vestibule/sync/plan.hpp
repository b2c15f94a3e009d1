/// What two sides of a sync hold, and in which units it is compared: a field each, an address as a whole.
/// Depends on: catalogue/field, catalogue/sync_class, profile/profile.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vestibule/catalogue/field.hpp"
#include "vestibule/catalogue/sync_class.hpp"
#include "vestibule/profile/profile.hpp"

namespace vestibule::sync {

enum class Side : std::uint8_t { nue, org };

[[nodiscard]] constexpr Side other(Side side) { return side == Side::nue ? Side::org : Side::nue; }
[[nodiscard]] constexpr std::string_view to_string(Side side) { return side == Side::nue ? "nue" : "salesforce"; }

/// Canonical text, so that two spellings of one value are no change; nothing where the field is blank.
using Value = std::optional<std::string>;

/// The values of one record on one side, in the order of a plan's fields.
using Snapshot = std::vector<Value>;

/// Fields that are compared, and move, as one value.
struct Unit {
  catalogue::SyncClass sync_class{};  ///< by which it is merged; a `local` one is left as it is on both sides
  std::uint16_t first = 0;            ///< into a snapshot
  std::uint16_t count = 1;
  bool required = false;  ///< a blank from Salesforce never erases it

  friend bool operator==(const Unit&, const Unit&) = default;
};

/// Whether a unit is ever written to the other side.
[[nodiscard]] constexpr bool travels(const Unit& unit) { return unit.sync_class != catalogue::SyncClass::local; }

/// Whose value holds where both sides changed; what the other one writes into a unit of Nue's is taken back.
[[nodiscard]] constexpr Side master_of(const Unit& unit) {
  const bool given =
      unit.sync_class == catalogue::SyncClass::profile || unit.sync_class == catalogue::SyncClass::address;
  return given ? Side::org : Side::nue;
}

struct Plan {
  std::vector<Unit> units;               ///< in the order of the fields
  std::vector<catalogue::Field> fields;  ///< one for each value of a snapshot
};

/// The fields of an entity that have a counterpart in Salesforce, by the classes of core/data/sync.csv and what the tenant
/// changed about them. A field the tenant keeps at home stays in the plan, so that its units and fields are the same
/// whatever the policy, and a ledger can be read after the policy changed.
[[nodiscard]] Plan plan_of(catalogue::Entity entity, const profile::Profile* tenant = nullptr);

/// The unit that the value at this place of a snapshot belongs to. Cost: logarithmic.
[[nodiscard]] const Unit& unit_at(const Plan& plan, std::size_t place);

}  // namespace vestibule::sync

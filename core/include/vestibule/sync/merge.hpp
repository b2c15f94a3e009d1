/// Three-way merge of one unit: what both sides agreed on before, and what each holds now.
/// Depends on: sync/plan.
#pragma once

#include <span>

#include "vestibule/sync/plan.hpp"

namespace vestibule::sync {

struct Merged {
  bool same = false;  ///< both sides hold one value, or it does not travel; nothing is written
  Side winner{};      ///< whose value holds, where they differ
  bool lost = false;  ///< the other side had changed too, or may not change it: its value goes to the conflict log

  friend bool operator==(const Merged&, const Merged&) = default;
};

/// A change on one side only wins, if that side may change the field; on both, the policy of the unit's class decides.
/// Source: lifecycle-and-sync 3.2 and 3.3, step 3.
[[nodiscard]] Merged merge(const Unit& unit, std::span<const Value> base, std::span<const Value> nue,
                           std::span<const Value> org);

}  // namespace vestibule::sync

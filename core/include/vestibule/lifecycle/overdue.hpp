/// When a person has to look at an account that is due and does not come: nothing fails where Nue's own sync was switched
/// off, so time is what notices.
/// Depends on: lifecycle/life.
///
/// Source: lifecycle-and-sync section 2 and 3.4, nue-api R27, R29.
#pragma once

#include <cstdint>

#include "vestibule/lifecycle/life.hpp"

namespace vestibule::lifecycle {

/// Milliseconds that a link may be Pending.
inline constexpr std::uint64_t pending_max_ms = 15 * 60 * 1000;

/// Whether an account is due, and nothing stands against it. Of a hold somebody was told; who was erased gets none.
[[nodiscard]] inline bool is_waiting(const Life& life) { return link_of(life) == Link::pending && !life.erased; }

/// Both times in milliseconds, of one clock. One that was set back tells nothing.
[[nodiscard]] inline bool is_overdue(const Life& life, std::uint64_t waiting_since, std::uint64_t now) {
  return is_waiting(life) && now > waiting_since && now - waiting_since > pending_max_ms;
}

}  // namespace vestibule::lifecycle

/// What is stored about the sync of one record between passes.
/// Depends on: sync/plan.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "vestibule/sync/plan.hpp"

namespace vestibule::sync {

/// A write that may or may not have happened: stored before it is sent, so that after a crash our own write is not taken
/// for somebody's edit.
struct LoggedWrite {
  Side side{};
  std::uint16_t unit = 0;
  Snapshot values;               ///< of the unit
  std::optional<Snapshot> lost;  ///< the value it replaces, where that was an edit of its own
  std::uint64_t version = 0;     ///< of the side, as it was read

  friend bool operator==(const LoggedWrite&, const LoggedWrite&) = default;
};

struct Ledger {
  Snapshot base;                            ///< what both sides agreed on last; empty before the first pass
  std::vector<LoggedWrite> log;             ///< of the pass under way
  std::array<std::uint64_t, 2> versions{};  ///< of both sides when they agreed, by Side

  friend bool operator==(const Ledger&, const Ledger&) = default;
};

/// A value that did not hold. Each goes to the conflict log once.
struct Conflict {
  std::uint16_t unit = 0;
  Side side{};  ///< the one that lost
  Snapshot lost;

  friend bool operator==(const Conflict&, const Conflict&) = default;
};

/// The ledger to be stored before an account is made: `values` are what it is made of, then and when it is asked for again,
/// so that an edit in between is an edit.
[[nodiscard]] Ledger for_new_account(Snapshot values, std::uint64_t nue_version);

/// The ledger of a record that is tied to another account from now on, as after a merge: what was agreed on holds, so that
/// what the new account has is an edit of Salesforce's; what was about to be written to the old one is void.
[[nodiscard]] Ledger for_other_account(Ledger ledger);

/// Whether an event that tells of this version can tell anything new. Events are hints to read again, never data.
[[nodiscard]] inline bool is_news(const Ledger& ledger, Side side, std::uint64_t version) {
  return version > ledger.versions[static_cast<std::size_t>(side)];
}

}  // namespace vestibule::sync

/// One pass that makes the two sides of one record equal: read both, log what will be written, write each side only if it
/// is still as it was read, agree. Safe to lose at any point: what is stored is enough to begin again.
/// Depends on: sync/ledger, sync/merge.
///
///   start -> reading -> (both read) -> logging -> writing -> committing -> idle
///               ^                                    |
///               `------- a side changed meanwhile ---'
///
/// A write that was logged and may be on its way still, because its side is at the version it was meant for, is sent again
/// as it was before anything new is decided.
///
/// Source: lifecycle-and-sync 3.3.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "vestibule/sync/ledger.hpp"

namespace vestibule::sync {

/// One side as it is now.
struct Reading {
  Snapshot values;
  std::uint64_t version = 0;  ///< moves with every change of the record
  /// The version that our own last write made. Where a side cannot tell, a logged write is known by its value alone: then
  /// an edit that takes it back before the next pass looks like a write that never happened.
  std::optional<std::uint64_t> ours{};

  friend bool operator==(const Reading&, const Reading&) = default;
};

enum class EventKind : std::uint8_t {
  start,        ///< ledger
  read,         ///< side, reading; hint: what the event told that led here, of which nothing is applied
  stored,       ///< what `store` asked for is durable
  written,      ///< side, version: the one the write made
  changed,      ///< side: not written, because the side is not at the version that was read
  unreachable,  ///< nobody knows whether the last request was carried out
  refused,      ///< the side will never take this
};

struct Event {
  EventKind kind{};
  Side side{};
  Reading reading{};
  Ledger ledger{};
  std::uint64_t version = 0;
  std::optional<Reading> hint{};
};

enum class Effect : std::uint8_t {
  read_nue,
  read_org,
  store,      ///< pass.ledger, and pass.conflicts appended to the conflict log, in one transaction; of a record that is
              ///< tied to another account since the pass began, nothing: unreachable
  write_nue,  ///< changes_for(pass, side), if the side is at the version that was read
  write_org,
  finished,  ///< both sides are equal and that is stored
  gave_up,   ///< try later
  hold,      ///< a person has to look
};

enum class Phase : std::uint8_t { idle, reading, logging, writing, committing };

/// Times one pass begins again because a side changed under it.
inline constexpr std::uint8_t pass_max_rounds = 8;

struct Pass {
  Phase phase{};
  std::uint8_t rounds = 0;
  bool repeats = false;                       ///< writes again what an earlier pass logged
  Ledger ledger;                              ///< to be stored
  std::vector<Conflict> conflicts;            ///< to be stored with it
  std::array<std::optional<Reading>, 2> now;  ///< by Side
  Snapshot merged;
  std::vector<LoggedWrite> writes;

  friend bool operator==(const Pass&, const Pass&) = default;
};

/// A write as a host sends it: the values of a side's units that change, and the version they were read at.
struct Change {
  std::uint16_t place = 0;  ///< in the plan's fields
  Value value;

  friend bool operator==(const Change&, const Change&) = default;
};

struct SideWrite {
  std::vector<Change> changes;
  std::uint64_t version = 0;  ///< the side must be at this one
};

/// Advances the pass; effects are carried out in their order, and each is answered by one event. An event that does not
/// belong to the phase changes nothing.
[[nodiscard]] std::vector<Effect> step(const Plan& plan, Pass& pass, const Event& event);

[[nodiscard]] SideWrite changes_for(const Plan& plan, const Pass& pass, Side side);

}  // namespace vestibule::sync

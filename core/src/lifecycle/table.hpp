// The table of transitions and the words for its parts. Internal to lifecycle.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "vestibule/lifecycle/step.hpp"

namespace vestibule::lifecycle {

enum class Guard : std::uint8_t {
  always,
  no_id,
  same_id,
  first_order,      // no order was activated before
  first_unerased,   // the same of a life that is not erased
  known_order,      // this very fact was told before
  no_active_order,  // a fact that counts later
  taken,            // the account is tied to another customer
  same_account,     // the account we are tied to
  our_sync,         // told by our own sync, which only makes accounts that are due
  our_sync_undue,   // and nothing ever made one due
  merged_before,    // this merge was applied
  not_ours,         // about another account
  cycle,            // the merges lead back to the account
  known_cycle,      // the merges lead back, and the hold says so already
  known_duplicate,  // the account is tied to another customer, and the hold says so already
  stale,
  bin_over,  // more than recycle_bin_days
  permanent,
  same_mode,
  to_continuous,  // of a life that is not erased
  held,
  held_unerased,
  open_order,
  erased,
  unerased,
};

// What a row does to the life besides its link.
enum class Do : std::uint8_t {
  nothing,
  take_id,  // and the mode, from which the link follows
  add_order,
  tie,         // to the account
  tie_winner,  // and release a conflict this merge explains
  tie_anew,    // and release any hold
  untie,       // the account becomes history
  note_version,
  hold_conflict,
  hold_duplicate,
  hold_cycle,
  hold_refused,
  set_mode,
  release,
  mark_erased,
};

// The links a row applies to, as a set of bits.
using Links = std::uint8_t;
[[nodiscard]] constexpr Links only(Link link) { return static_cast<Links>(1U << static_cast<unsigned>(link)); }
inline constexpr Links any_link = 0x1F;

struct Row {
  EventKind event;
  Links from;
  Guard guard;
  Link to;  // `held`: the link stays
  Do action;
  Outcome outcome;
  Because because;
  Effects effects;
};

// The first row that fits decides; the last one of an event fits always.
[[nodiscard]] std::span<const Row> rows();

[[nodiscard]] OrderFact fact_of(const Event& event);
[[nodiscard]] bool holds(Guard guard, const Life& life, const Event& event);
[[nodiscard]] std::string_view words_of(Guard guard);
[[nodiscard]] std::string_view words_of(Do action);

}  // namespace vestibule::lifecycle

// The table of transitions and the words for its parts. Internal to gateway.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "vestibule/gateway/step.hpp"

namespace vestibule::gateway {

enum class Guard : std::uint8_t {
  always,
  leased,           // another run is alive
  stale_epoch,      // told by a run that is not the newest
  unsearchable,     // settled, a sweep is due, and there is no slot any more
  swept,            // settled, and no sweep is due
  not_due,          // put off, and it is not time yet
  first_held,       // nothing was ever sent of a customer, and nothing may be now
  first,            // nothing was ever sent of a customer
  blind_held,       // no slot, so nothing to ask first; nothing may be sent
  blind,            // no slot
  blind_late,       // no slot, and the horizon has passed
  accepted,         // the row is ours
  unowned_alarm,    // a contact that is refused by its key or to another place
  unowned,          // a contact that is refused
  refused_alarm,    // for good, by its key or to another place
  refused,          // for good
  last,             // no send is left
  put_off_last,     // not executed, and no send is left
  put_off,          // not executed
  others,           // found, and not only the record we are bound to
  found_more,       // more than one record
  found,            // one record
  taken,            // the e-mail of a contact is another customer's
  absent_early,     // none, but a create may still arrive
  absent_last,      // none, for certain, and no send is left
  absent_held,      // none, for certain; nothing may be sent
  absent,           // none, for certain
  answered,         // none, or only ours, or another customer's
  unfiltered_late,  // the filter is not honoured, and the horizon has passed
  unfiltered_held,  // it is not honoured; nothing may be sent
  unfiltered,       // it is not honoured
  silent_day,       // no answer for a day
};

// What a row does to the intent besides its state.
enum class Do : std::uint8_t {
  nothing,
  begin_probe,
  begin_send,
  bind,  // to the record, or the smallest (createdDate, id) of several
  bind_by_person,
  reject,
  park,
  back_off,    // by Retry-After, or with jitter
  plan_probe,  // 1, 2, 4, 8, 15, 30, 60 s and the horizon after the create; then ever rarer
  await_horizon,
  list_surplus,  // and plan the next sweep
  plan_sweep,    // the next one
  repeat_sweep,  // the same one later
  drop_sweeps,   // there is nothing to look for it by
};

// The states a row applies to, as a set of bits.
using States = std::uint8_t;
[[nodiscard]] constexpr States only(State state) { return static_cast<States>(1U << static_cast<unsigned>(state)); }
inline constexpr States any_state = (1U << state_count) - 1;

struct Row {
  EventKind event;
  States from;
  Guard guard;
  State to;
  bool stays;  // `to` says nothing: the state stays
  Do action;
  Because because;  // none: applied
  Effects effects;
};

// The first row that fits decides; the last one of an event fits always.
[[nodiscard]] std::span<const Row> rows();

[[nodiscard]] bool holds(Guard guard, const Intent& intent, const Event& event, const Policy& policy);
// How long after the newest create the newest search was asked for: what its answer can prove.
[[nodiscard]] Millis probe_age(const Intent& intent);
void act(Do action, Intent& intent, const Event& event, const Policy& policy);
[[nodiscard]] std::string_view words_of(Guard guard);
[[nodiscard]] std::string_view words_of(Do action);

}  // namespace vestibule::gateway

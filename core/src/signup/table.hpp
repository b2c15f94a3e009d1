// The table of transitions and the words for its parts. Internal to signup.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "answer.hpp"
#include "vestibule/signup/step.hpp"

namespace vestibule::signup {

enum class Guard : std::uint8_t {
  always,
  has_key,    // the key of an attempt that never arrived
  other_key,  // the store holds another tab's attempt
  offline,
  next_ask,
  next_send,
  no_payload,  // there is nothing to send
  has_token,
  first_stale,   // the first token that was too old, with sends left
  sends_spent,   // sends_max
  time_spent,    // patience_ms
  spent,         // either
  outbox_over,   // outbox_ms since the attempt began
  recheck_over,  // recheck_ms
  failed,        // the event says not ok
};

// What a row does to the state besides its kind.
enum class Do : std::uint8_t {
  nothing,
  begin,        // a fresh key
  begin_again,  // with the key there is
  drop,         // the attempt is over
  recheck,      // a fresh while of waiting, with one send at least
  adopt,        // the attempt of the store; asked about first
  take_stored,  // whether it is stored
  take_lock,
  lose_lock,  // another tab has it; it may have sent
  ask_next,
  take_token,
  count_send,
  renew_token,  // drops the token and counts a send
  pause,        // before sending again, or before asking where the answer says so
  hold,         // until the network is back; then asked about first
  settle,       // the attempt is over, and known
  keep_key,     // it never arrived: the answers may be changed
  expire,       // the answers are gone
  go_offline,
  go_online,
};

// The states a row applies to, and the answers, as sets of bits.
using States = std::uint16_t;
[[nodiscard]] constexpr States only(StateKind kind) { return static_cast<States>(1U << static_cast<unsigned>(kind)); }
inline constexpr States any_state = (1U << state_kind_count) - 1;

using Answers = std::uint8_t;
[[nodiscard]] constexpr Answers only(Answer answer) { return static_cast<Answers>(answer); }
inline constexpr Answers any_answer = 0x7F;

// "The state stays" in place of the next one.
inline constexpr auto stay = static_cast<StateKind>(state_kind_count);

struct Row {
  EventKind event;
  States from;
  Answers answers;  // any_answer for every event but `answered`
  Guard guard;
  StateKind to;
  Do action;
  Effects effects;
};

// The first row that fits decides; the last one of an event fits always.
[[nodiscard]] std::span<const Row> rows();

[[nodiscard]] bool holds(Guard guard, const State& state, const Event& event);

}  // namespace vestibule::signup

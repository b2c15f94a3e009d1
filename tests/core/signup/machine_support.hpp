/// Events and walks for tests of the browser machine.
/// Depends on: signup/step, tests/support/catch.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "vestibule/signup/step.hpp"
#include "vestibule/signup/times.hpp"

namespace vestibule::test {

using signup::Attempt;
using signup::Effect;
using signup::Effects;
using signup::Event;
using signup::EventKind;
using signup::State;
using signup::StateKind;
using signup::Step;

inline constexpr std::uint64_t start_ms = 1'000'000'000'000;
inline constexpr std::uint64_t minute_ms = 60'000;
inline constexpr std::uint32_t half = 1U << 31;

[[nodiscard]] inline Event event(EventKind kind, std::uint64_t now_ms = start_ms) {
  Event result;
  result.kind = kind;
  result.now_ms = now_ms;
  result.random = half;
  return result;
}
[[nodiscard]] inline Event submit(const std::string& key = "key-1", std::uint64_t now_ms = start_ms) {
  Event result = event(EventKind::submit, now_ms);
  result.attempt.key = key;
  result.attempt.secret = "secret-" + key;
  return result;
}
[[nodiscard]] inline Attempt attempt(const std::string& key = "key-1", std::uint32_t sends = 1) {
  return {key, "secret-" + key, start_ms, sends, true};
}
/// The store holds this now.
[[nodiscard]] inline Event stored(Attempt held = attempt(), bool ok = true) {
  Event result = event(EventKind::stored);
  result.attempt = std::move(held);
  result.ok = ok;
  return result;
}
[[nodiscard]] inline Event resume(Attempt held, std::uint64_t now_ms = start_ms) {
  Event result = event(EventKind::resume, now_ms);
  result.attempt = std::move(held);
  return result;
}
[[nodiscard]] inline Event locked(bool ok = true) {
  Event result = event(EventKind::locked);
  result.ok = ok;
  return result;
}
[[nodiscard]] inline Event answered(std::uint32_t status, const std::string& code = "",
                                    std::uint64_t now_ms = start_ms) {
  Event result = event(EventKind::answered, now_ms);
  result.status = status;
  result.code = code;
  return result;
}
[[nodiscard]] inline Event created() {
  Event result = answered(201);
  result.whole = true;
  return result;
}

inline const Event token = event(EventKind::token);
inline const Event waited = event(EventKind::waited);
inline const Event told = event(EventKind::told);
inline const Event check = event(EventKind::check);
inline const Event edit = event(EventKind::edit);
inline const Event offline = event(EventKind::offline);
inline const Event online = event(EventKind::online);
inline const Event lost = answered(0);
inline const Event in_progress = answered(409, "request.in_progress");
inline const Event unknown = answered(404, "request.not_found");
inline const Event stale = answered(403, "form.stale");
inline const Event reused = answered(422, "request.key_reused");
inline const Event refused = answered(422, "upstream.refused");

using Events = std::vector<Event>;

[[nodiscard]] inline Events operator+(Events events, const Events& more) {
  events.insert(events.end(), more.begin(), more.end());
  return events;
}

[[nodiscard]] inline Step walk(const State& from, const Events& events) {
  Step last{from, {}, 0};
  for (const Event& each : events) last = signup::step(last.state, each);
  return last;
}
[[nodiscard]] inline Step walk(const Events& events) { return walk(State{}, events); }

/// How to get into each state, from the beginning.
inline const Events to_persisting{submit()};
inline const Events to_queued = to_persisting + Events{stored()};
inline const Events to_sending = to_queued + Events{locked(), token};
inline const Events to_waiting = to_sending + Events{in_progress};
inline const Events resend{waited, stored(), locked()};
inline const Events to_unresolved = to_sending + Events{answered(409, "", start_ms + signup::patience_ms)};
inline const Events to_expired{resume(attempt(), start_ms + signup::outbox_ms)};
inline const Events to_confirmed = to_sending + Events{created()};
inline const Events to_refused = to_sending + Events{refused};

inline constexpr Effects ended = Effect::forget | Effect::tell | Effect::unlock;
inline constexpr Effects nothing{};

/// Checks where a step led, and to which effects.
inline void same(const Step& step, StateKind kind, Effects effects) {
  CHECK(to_string(step.state.kind) == to_string(kind));
  CHECK((step.effects == effects));
}

/// Checks that the event changes nothing there.
inline void ignored(const Events& history, const Event& event) {
  const State before = walk(history).state;
  CAPTURE(to_string(before.kind), to_string(event.kind));
  const Step after = step(before, event);
  CHECK((after.state == before));
  CHECK(after.effects.empty());
}

inline void waits(const Step& step, StateKind kind, std::uint64_t ms) {
  same(step, kind, Effect::wait);
  CHECK(step.wait_ms == ms);
}

}  // namespace vestibule::test

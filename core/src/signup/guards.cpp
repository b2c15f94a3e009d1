#include "mutants.hpp"
#include "table.hpp"
#include "vestibule/signup/times.hpp"

namespace vestibule::signup {
namespace {

// A clock that was set back makes nothing older.
std::uint64_t passed(std::uint64_t from_ms, std::uint64_t now_ms) { return now_ms > from_ms ? now_ms - from_ms : 0; }

// A resumed attempt is the event's; it is the state's only after this step.
std::uint64_t age(const State& state, const Event& event) {
  const Attempt& attempt = event.kind == EventKind::resume ? event.attempt : state.attempt;
  return passed(attempt.began_ms, event.now_ms);
}

bool time_spent(const State& state, const Event& event) { return passed(state.since_ms, event.now_ms) >= patience_ms; }

// Asking costs nobody anything; only sends are counted.
bool sends_spent(const State& state, const Event& event) {
  const Answer answer = classify(state, event);
  const bool sends_next = state.kind == StateKind::waiting || answer == Answer::none || answer == Answer::stale;
  return sends_next && state.attempt.sends >= sends_max;
}

}  // namespace

bool holds(Guard guard, const State& state, const Event& event) {
  switch (guard) {
    case Guard::always: return true;
    case Guard::has_key: return !state.attempt.key.empty();
    case Guard::other_key: return event.ok && event.attempt.key != state.attempt.key;
    case Guard::offline: return state.offline;
    case Guard::next_ask: return state.next == Move::ask;
    case Guard::next_send: return state.next == Move::send;
    case Guard::no_payload: return !state.attempt.has_payload;
    case Guard::has_token: return state.has_token;
    case Guard::first_stale: return !state.stale && state.attempt.sends < sends_max;
    case Guard::sends_spent: return sends_spent(state, event);
    case Guard::time_spent: return time_spent(state, event);
    case Guard::spent: return time_spent(state, event) || sends_spent(state, event);
    case Guard::outbox_over: return age(state, event) >= outbox_ms;
    case Guard::recheck_over: return mutant != Mutant::recheck_for_ever && age(state, event) >= recheck_ms;
    case Guard::failed: return !event.ok;
  }
  return false;
}

}  // namespace vestibule::signup

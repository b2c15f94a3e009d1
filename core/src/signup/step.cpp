#include "vestibule/signup/step.hpp"

#include <algorithm>

#include "table.hpp"
#include "vestibule/signup/times.hpp"

namespace vestibule::signup {
namespace {

// Whatever an attempt brought with it is gone with it; the network is not.
void start(State& state, Attempt attempt, std::uint64_t now_ms) {
  const bool offline = state.offline;
  state = State{};
  state.attempt = std::move(attempt);
  state.since_ms = now_ms;
  state.offline = offline;
}

void ask_next(State& state, std::string_view reason) {
  state.next = Move::ask;
  state.reason = reason;
}

void drop_token(State& state) {
  state.has_token = false;
  state.stale = true;
}

// Of an answer after which nothing is known yet.
void note_answer(State& state, const Event& event) {
  const Answer answer = classify(state, event);
  state.next = answer == Answer::none && state.kind == StateKind::sending ? Move::send : Move::ask;
  state.reason = answer == Answer::none || answer == Answer::in_progress ? event.code : std::string{};
  if (answer == Answer::reused) state.reused = true;
  if (answer != Answer::stale) return;
  drop_token(state);
  state.next = Move::send;
  state.reason = event.code;
}

void settle(State& state, const Event& event) {
  const bool created = classify(state, event) == Answer::created;
  const bool earlier = created && (state.reused || state.adopted || !state.attempt.has_payload);
  start(state, {}, 0);
  state.earlier = earlier;
}

void act(Do action, State& state, const Event& event) {
  Attempt& attempt = state.attempt;
  switch (action) {
    case Do::nothing: return;
    case Do::begin: return start(state, {event.attempt.key, event.attempt.secret, event.now_ms, 1, true}, event.now_ms);
    case Do::begin_again: return start(state, {attempt.key, attempt.secret, event.now_ms, 1, true}, event.now_ms);
    case Do::drop: return start(state, {}, 0);
    case Do::recheck:
      state.since_ms = event.now_ms;
      attempt.sends = std::min(attempt.sends, sends_max - 1);
      return ask_next(state, {});
    case Do::adopt:
      start(state, event.attempt, event.now_ms);
      state.adopted = event.kind == EventKind::stored;
      return ask_next(state, state.offline ? "browser.offline" : "");
    case Do::take_stored:
      state.unstored = !event.ok;
      state.next = Move::send;
      state.reason = state.offline ? "browser.offline" : "";
      return;
    case Do::take_lock: state.locked = true; return;
    case Do::lose_lock: return ask_next(state, "browser.other_tab");
    case Do::ask_next: return ask_next(state, state.reason);
    case Do::take_token: state.has_token = true; return;
    case Do::count_send: ++attempt.sends; return;
    case Do::renew_token:
      drop_token(state);
      ++attempt.sends;
      return;
    case Do::pause: return note_answer(state, event);
    case Do::hold:
      if (event.kind == EventKind::answered) note_answer(state, event);
      state.offline = true;
      return ask_next(state, "browser.offline");
    case Do::settle: return settle(state, event);
    case Do::keep_key: {
      Attempt kept = attempt;
      return start(state, std::move(kept), 0);
    }
    case Do::expire: {
      Attempt kept = event.kind == EventKind::resume ? event.attempt : attempt;
      kept.has_payload = false;
      return start(state, std::move(kept), 0);
    }
    case Do::go_offline: state.offline = true; return;
    case Do::go_online:
      state.offline = false;
      state.since_ms = event.now_ms;
      if (state.reason == "browser.offline") state.reason.clear();
      return;
  }
}

// Full jitter, so that many pages do not come back at once.
std::uint64_t resend_wait(std::uint32_t sends, std::uint32_t random) {
  constexpr std::uint32_t enough = 6;  // doublings to resend_max_ms
  const std::uint64_t most = std::min(resend_max_ms, resend_base_ms << std::min(sends, enough));
  return (random * most + (1ULL << 31)) >> 32;
}

std::uint64_t ask_wait(std::uint64_t since_ms, std::uint64_t now_ms) {
  const std::uint64_t waited = now_ms > since_ms ? now_ms - since_ms : 0;
  return std::clamp((waited + 5) / 10, ask_min_ms, ask_max_ms);
}

// In the state that follows. Retry-After is never undercut (C17).
std::uint64_t wait_of(const State& state, const Event& event) {
  const std::uint64_t over = state.attempt.began_ms + outbox_ms;
  if (state.kind == StateKind::queued) return over > event.now_ms ? std::min(over - event.now_ms, outbox_ms) : 0;
  const std::uint64_t usual = state.kind == StateKind::unresolved ? rest_ms
                              : state.next == Move::send          ? resend_wait(state.attempt.sends, event.random)
                                                                  : ask_wait(state.since_ms, event.now_ms);
  return std::max(usual, std::min(event.retry_after_ms, retry_after_max_ms));
}

bool answers(const Row& row, const State& state, const Event& event) {
  return event.kind != EventKind::answered || (row.answers & only(classify(state, event))) != 0;
}

}  // namespace

Step step(const State& state, const Event& event) {
  Step result{state, {}, 0};
  const auto all = rows();
  const auto row = std::find_if(all.begin(), all.end(), [&](const Row& candidate) {
    return candidate.event == event.kind && (candidate.from & only(state.kind)) != 0 &&
           answers(candidate, state, event) && holds(candidate.guard, state, event);
  });
  act(row->action, result.state, event);
  result.state.kind = row->to == stay ? state.kind : row->to;
  result.effects = row->effects;
  if (row->effects.has(Effect::wait)) result.wait_ms = wait_of(result.state, event);
  return result;
}

}  // namespace vestibule::signup

// The invariants of lifecycle-and-sync 1.9 that the browser alone can keep, over all walks of some length.
#include <functional>

#include "machine_support.hpp"
#include "tests/support/catch.hpp"
#include "vestibule/signup/json.hpp"

namespace {

using namespace vestibule;
using namespace vestibule::test;
using K = StateKind;

const Events everything{submit("key-2"), edit,     check,        resume(attempt("key-3")),
                        stored(),        locked(), told,         token,
                        created(),       refused,  lost,         in_progress,
                        unknown,         stale,    reused,       waited,
                        offline,         online,   locked(false)};

using Visit = std::function<void(const State& before, const Event& event, const Step& after)>;

void walk_all(const State& from, int depth, const Visit& visit) {
  if (depth == 0) return;
  for (const Event& event : everything) {
    const Step after = signup::step(from, event);
    visit(from, event, after);
    if (after.state == from) continue;
    walk_all(after.state, depth - 1, visit);
  }
}

bool is_final(K kind) { return kind == K::confirmed || kind == K::refused; }

bool sends(const Step& step) { return step.effects.has(Effect::token) || step.effects.has(Effect::post); }

TEST_CASE("C11: success is shown only for a bound customer, failure only for a refusal", "[signup][C11]") {
  walk_all(State{}, 5, [](const State& before, const Event& event, const Step& after) {
    if (after.state.kind == before.kind || !is_final(after.state.kind)) return;
    REQUIRE(event.kind == EventKind::answered);
    REQUIRE(event.whole == (after.state.kind == K::confirmed));
    REQUIRE((event.whole || event.status == 422));
  });
}

TEST_CASE("C12: no new key before a final answer", "[signup][C12]") {
  for (const Events& history : {to_persisting, to_queued, to_sending, to_waiting, to_unresolved, to_expired}) {
    walk_all(walk(history).state, 3, [](const State& before, const Event& event, const Step& after) {
      if (is_final(before.kind) || event.kind != EventKind::submit || before.attempt.key.empty()) return;
      REQUIRE(after.state.attempt.key == before.attempt.key);
    });
  }
}

TEST_CASE("C12: what another tab stored first is taken by the tab that comes second", "[signup][C12]") {
  const Step second = walk({submit("key-2"), stored(attempt("key-1"))});
  CHECK(second.state.attempt.key == "key-1");
  CHECK(walk(second.state, {submit("key-3")}).state == second.state);
}

TEST_CASE("C13: any number of submits in one state is one send at most", "[signup][C13]") {
  for (const Events& history :
       {to_persisting, to_queued, to_sending, to_waiting, to_unresolved, to_expired, to_confirmed}) {
    const State before = walk(history).state;
    CAPTURE(to_string(before.kind));
    for (int press = 0; press < 3; ++press) {
      const Step after = signup::step(before, submit("key-2"));
      REQUIRE((after.state == before));
      REQUIRE(after.effects.empty());
    }
  }
}

TEST_CASE("C13: nothing is sent without the lock, nor twice without an answer between", "[signup][C13]") {
  walk_all(walk(to_persisting).state, 5, [](const State& before, const Event& event, const Step& after) {
    if (!sends(after)) return;
    REQUIRE(after.state.kind == K::sending);
    REQUIRE(after.state.locked);
    REQUIRE((event.kind == EventKind::locked || event.kind == EventKind::token));
    REQUIRE((before.kind == K::queued || !before.has_token));
  });
}

TEST_CASE("C14: a reload at any point changes neither the key nor the outcome", "[signup][C14]") {
  for (const Events& history : {to_queued, to_sending, to_waiting, to_unresolved}) {
    const State before = walk(history).state;
    CAPTURE(to_string(before.kind));
    // What the store holds is the attempt as the last `store` had it.
    const Step reloaded = walk({resume(before.attempt)});
    CHECK((reloaded.state.attempt == before.attempt));
    CHECK((reloaded.effects == Effect::ask));
    CHECK(walk(reloaded.state, {created()}).state.kind == K::confirmed);
    CHECK(walk(reloaded.state, {refused}).state.kind == K::refused);
    CHECK((walk(reloaded.state, {unknown, stored(), locked(), token}).effects == Effect::post));
  }
}

TEST_CASE("C14: an attempt that could not be stored says so until it ends", "[signup][C14]") {
  State state = walk({submit(), stored(attempt(), false)}).state;
  for (const Event& event : {locked(), token, in_progress, waited, lost, waited, offline, online}) {
    state = signup::step(state, event).state;
    REQUIRE(state.unstored);
  }
}

TEST_CASE("C17: six sends at most that nobody asked for, across reloads", "[signup][C17]") {
  State state;
  std::uint32_t posts = 0;
  const auto go = [&](const Events& events) {
    for (const Event& event : events) {
      const Step after = signup::step(state, event);
      if (after.effects.has(Effect::post)) ++posts;
      state = after.state;
    }
  };
  go({submit()});
  for (int round = 0; round < 20; ++round) {
    go({stored(state.attempt), locked(), token, lost});
    const Attempt held = state.attempt;
    if (round % 3 == 2) state = State{};
    go({resume(held), unknown, waited});
  }
  CHECK(posts == signup::sends_max);
  CHECK(state.kind == K::unresolved);
}

TEST_CASE("C20: a log of events gives the same states and effects again, byte for byte", "[signup][C20]") {
  State state;
  State replayed;
  std::uint32_t random = 1;
  for (int at = 0; at < 5000; ++at) {
    random = random * 1664525U + 1013904223U;
    Event event = everything[(random >> 8) % everything.size()];
    event.random = random;
    event.now_ms = start_ms + static_cast<std::uint64_t>(at) * 7919;
    const Step first = signup::step(state, event);
    std::string event_text;
    append_json(event_text, event);
    const auto event_again = signup::read_event(event_text);
    REQUIRE(event_again.ok());
    REQUIRE((event_again.value() == event));
    std::string state_text;
    append_json(state_text, replayed);
    const auto state_again = signup::read_state(state_text);
    REQUIRE(state_again.ok());
    const Step second = signup::step(state_again.value(), event_again.value());
    REQUIRE((second == first));
    state = first.state;
    replayed = second.state;
  }
}

TEST_CASE("a final state stays, whatever else arrives but a new submit or an edit of what was refused", "[signup]") {
  for (const Events& history : {to_confirmed, to_refused}) {
    const State end = walk(history).state;
    for (const Event& event : everything) {
      if (end.kind == K::refused && (event.kind == EventKind::submit || event.kind == EventKind::edit)) continue;
      const Step after = signup::step(end, event);
      CAPTURE(to_string(end.kind), to_string(event.kind));
      CHECK(after.state.kind == end.kind);
      CHECK_FALSE(sends(after));
    }
  }
}

}  // namespace

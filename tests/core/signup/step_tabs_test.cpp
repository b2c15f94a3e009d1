// The rows about other tabs and about the network.
#include "machine_support.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace vestibule;
using namespace vestibule::test;
using K = StateKind;

TEST_CASE("persisting, stored by another tab first: its attempt is taken and asked about", "[signup]") {
  const Step step = walk({submit(), stored(attempt("key-0", 2))});
  same(step, K::waiting, Effect::unlock | Effect::ask);
  CHECK((step.state.attempt == attempt("key-0", 2)));
  CHECK(walk(step.state, {created()}).state.earlier);
}

TEST_CASE("queued, another tab has the lock: asked about before anything is sent", "[signup]") {
  const Step step = walk(to_queued + Events{locked(false)});
  waits(step, K::queued, signup::outbox_ms);
  CHECK(step.state.reason == "browser.other_tab");
  same(walk(step.state, {locked()}), K::waiting, Effect::ask);
  same(walk(step.state, {locked(), unknown}), K::persisting, Effect::store);
}

TEST_CASE("told by another tab: asked at once", "[signup]") {
  same(walk(to_queued + Events{locked(false), told}), K::waiting, Effect::ask);
  same(walk(to_waiting + Events{told}), K::waiting, Effect::ask);
  same(walk(to_sending + Events{told}), K::waiting, Effect::ask);
  same(walk(to_sending + Events{lost, told, unknown}), K::persisting, Effect::store);
  same(walk(to_unresolved + Events{told}), K::unresolved, Effect::ask);
  same(walk(to_expired + Events{told}), K::expired, Effect::ask);
  for (const Events& history : {to_persisting, to_confirmed, to_refused}) ignored(history, told);
  const Step held = walk(to_queued + Events{offline, told});
  same(held, K::queued, nothing);
  same(walk(held.state, {online}), K::waiting, Effect::ask);
}

TEST_CASE("a lock that comes too late is given back, one that comes meanwhile is kept", "[signup]") {
  same(walk(to_confirmed + Events{locked()}), K::confirmed, Effect::unlock);
  same(walk({locked()}), K::editing, Effect::unlock);
  const Step waiting = walk(to_queued + Events{locked(false), told, locked()});
  same(waiting, K::waiting, nothing);
  CHECK(waiting.state.locked);
  ignored(to_waiting, locked(false));
}

TEST_CASE("offline before sending: queued until the network is back", "[signup]") {
  const Step step = walk(Events{offline} + to_queued);
  waits(step, K::queued, signup::outbox_ms);
  CHECK(step.state.reason == "browser.offline");
  same(walk(step.state, {online}), K::queued, Effect::lock);
  same(walk(step.state, {online, locked()}), K::sending, Effect::token);
  same(walk(step.state, {check}), K::queued, Effect::lock);
  same(walk(step.state, {locked()}), K::queued, nothing);
  same(walk(Events{offline, resume(attempt())}), K::queued, Effect::wait);
}

TEST_CASE("offline while it waits, or when no answer came: asked about first when the network is back", "[signup]") {
  for (const Events& history : {to_waiting + Events{offline}, to_sending + Events{offline, lost},
                                Events{offline, submit(), stored(attempt("key-0")), lost}}) {
    const Step step = walk(history);
    same(step, K::queued, Effect::wait);
    same(walk(step.state, {online}), K::waiting, Effect::ask);
  }
  CHECK(walk(to_sending + Events{offline}).state.kind == K::sending);
  same(walk(to_sending + Events{offline, created()}), K::confirmed, ended);
  CHECK(walk(to_sending + Events{offline, stale}).state.has_token == false);
}

TEST_CASE("queued for a day: the answers are erased", "[signup]") {
  const State state = walk(to_waiting + Events{offline}).state;
  const std::uint64_t late = start_ms + signup::outbox_ms;
  waits(step(state, event(EventKind::waited, late - 5)), K::queued, 5);
  same(step(state, event(EventKind::waited, late)), K::expired, Effect::erase_payload | Effect::unlock);
  same(step(state, event(EventKind::online, late)), K::expired, Effect::erase_payload | Effect::unlock | Effect::ask);
}

}  // namespace

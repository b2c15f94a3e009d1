#include "vestibule/signup/step.hpp"

#include "machine_support.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace vestibule;
using namespace vestibule::test;
using K = StateKind;

TEST_CASE("editing, submit: the attempt gets a key and is stored before anything is sent", "[signup]") {
  const Step step = walk({submit()});
  same(step, K::persisting, Effect::store);
  CHECK((step.state.attempt == attempt()));
}

TEST_CASE("persisting, stored: the lock, a form token, and then the answers", "[signup]") {
  same(walk(to_queued), K::queued, Effect::lock);
  same(walk(to_queued + Events{locked()}), K::sending, Effect::token);
  same(walk(to_sending), K::sending, Effect::post);
}

TEST_CASE("persisting, not stored: it is sent all the same, and known to be lost by a reload", "[signup]") {
  const Step step = walk({submit(), stored(attempt(), false)});
  same(step, K::queued, Effect::lock);
  CHECK(step.state.unstored);
  CHECK(walk(step.state, {locked(), token}).state.unstored);
}

TEST_CASE("sending, created: confirmed, and the attempt is forgotten", "[signup]") {
  const Step step = walk(to_confirmed);
  same(step, K::confirmed, ended);
  CHECK_FALSE(step.state.earlier);
  CHECK(step.state.attempt.key.empty());
}

TEST_CASE("sending, refused: refused, and the attempt is forgotten", "[signup]") {
  same(walk(to_refused), K::refused, ended);
}

TEST_CASE("refused, edit: editing, the next submit has a new key, with an edit or without", "[signup]") {
  same(walk(to_refused + Events{edit}), K::editing, nothing);
  CHECK(walk(to_refused + Events{edit, submit("key-2")}).state.attempt.key == "key-2");
  CHECK(walk(to_refused + Events{submit("key-2")}).state.attempt.key == "key-2");
}

TEST_CASE("sending, in progress: waiting, and then asked about, not sent again", "[signup]") {
  const Step step = walk(to_waiting);
  waits(step, K::waiting, 1000);
  CHECK(step.state.reason == "request.in_progress");
  same(walk(step.state, {waited}), K::waiting, Effect::ask);
}

TEST_CASE("sending, no answer: waiting, the next send is counted and stored first", "[signup]") {
  const Step step = walk(to_sending + Events{lost});
  waits(step, K::waiting, 500);
  const Step counted = walk(step.state, {waited});
  same(counted, K::persisting, Effect::store);
  CHECK((counted.state.attempt == attempt("key-1", 2)));
  same(walk(counted.state, {stored(attempt("key-1", 2)), locked()}), K::sending, Effect::post);
}

TEST_CASE("sending, no form token: nothing was sent, whatever the answer, and the next time begins with the token",
          "[signup]") {
  for (const Event& none : {lost, answered(404), answered(403, "form.stale"), created(), answered(503)}) {
    CAPTURE(none.status);
    const Step step = walk(to_queued + Events{locked(), none});
    waits(step, K::waiting, 500);
    same(walk(step.state, resend), K::sending, Effect::token);
  }
}

TEST_CASE("a wait before sending is random up to half a second, doubled with each send, 30 s at most", "[signup]") {
  const auto wait_at = [](std::uint32_t sends, std::uint32_t random) {
    State state = walk(to_sending).state;
    state.attempt.sends = sends;
    Event none = lost;
    none.random = random;
    return step(state, none).wait_ms;
  };
  CHECK(wait_at(1, 0) == 0);
  CHECK(wait_at(1, half) == 500);
  CHECK(wait_at(1, 0xFFFF'FFFF) == 1000);
  CHECK(wait_at(2, 0xFFFF'FFFF) == 2000);
  CHECK(wait_at(5, 0xFFFF'FFFF) == 16'000);
}

TEST_CASE("sending, form token too old: a new one at once, the same key", "[signup]") {
  const Step step = walk(to_sending + Events{stale});
  same(step, K::persisting, Effect::store);
  CHECK((step.state.attempt == attempt("key-1", 2)));
  same(walk(step.state, {stored(), locked()}), K::sending, Effect::token);
}

TEST_CASE("a form token that is too old again: after a while", "[signup]") {
  const Events twice = to_sending + Events{stale, stored(), locked(), token, stale};
  const Step step = walk(twice);
  waits(step, K::waiting, 1000);
  CHECK(step.state.reason == "form.stale");
  same(walk(step.state, resend), K::sending, Effect::token);
}

TEST_CASE("waiting, asked, not there: it never arrived, and is sent again", "[signup]") {
  const Step step = walk(to_waiting + Events{waited, unknown});
  same(step, K::persisting, Effect::store);
  same(walk(step.state, {stored(), locked()}), K::sending, Effect::post);
}

TEST_CASE("waiting, asked, not known: asked again, a second later at first, a minute at last", "[signup]") {
  const State asked = walk(to_waiting + Events{waited}).state;
  const auto wait_after = [&](std::uint64_t passed) {
    return step(asked, answered(409, "", start_ms + passed)).wait_ms;
  };
  CHECK(wait_after(0) == 1000);
  CHECK(wait_after(5000) == 1000);
  CHECK(wait_after(20'000) == 2000);
  CHECK(wait_after(5 * minute_ms) == 30'000);
  CHECK(wait_after(594'000) == 59'400);
  same(walk(asked, {lost, waited}), K::waiting, Effect::ask);
}

TEST_CASE("waiting, asked, answered: confirmed or refused", "[signup]") {
  same(walk(to_waiting + Events{waited, created()}), K::confirmed, ended);
  same(walk(to_waiting + Events{waited, refused}), K::refused, ended);
}

TEST_CASE("ten minutes of waiting: unresolved, and asked about once a minute", "[signup]") {
  const State asked = walk(to_waiting + Events{waited}).state;
  same(step(asked, answered(409, "", start_ms + signup::patience_ms - 1)), K::waiting, Effect::wait);
  waits(step(asked, answered(409, "", start_ms + signup::patience_ms)), K::unresolved, minute_ms);
  const State resting = walk(to_unresolved).state;
  same(walk(resting, {waited}), K::unresolved, Effect::ask);
  for (const Event& none : {lost, in_progress, unknown}) waits(walk(resting, {waited, none}), K::unresolved, minute_ms);
  same(walk(resting, {waited, created()}), K::confirmed, ended);
}

TEST_CASE("unresolved, check: asked at once, what never arrived is sent once more, with its key", "[signup]") {
  State resting = walk(to_unresolved).state;
  resting.attempt.sends = signup::sends_max;
  const Step checked = step(resting, check);
  same(checked, K::waiting, Effect::ask);
  const Step sent = walk(checked.state, {unknown});
  same(sent, K::persisting, Effect::store);
  CHECK((sent.state.attempt == attempt("key-1", signup::sends_max)));
  same(walk(sent.state, {stored(), locked(), lost}), K::unresolved, Effect::wait);
}

TEST_CASE("a day after it began the answers are erased, the key can still be asked about", "[signup]") {
  const State resting = walk(to_unresolved).state;
  const Event late = event(EventKind::waited, start_ms + signup::outbox_ms);
  const Step over = step(resting, late);
  same(over, K::expired, Effect::erase_payload | Effect::unlock);
  CHECK_FALSE(over.state.attempt.has_payload);
  CHECK(over.state.attempt.key == "key-1");
  same(step(resting, answered(409, "", late.now_ms)), K::expired, Effect::erase_payload | Effect::unlock);
  same(walk(over.state, {check}), K::expired, Effect::ask);
  same(walk(over.state, {check, created()}), K::confirmed, ended);
  CHECK(walk(over.state, {check, created()}).state.earlier);
  const Step never = walk(over.state, {check, unknown});
  same(never, K::editing, Effect::unlock);
  CHECK(walk(never.state, {submit("key-2")}).state.attempt.key == "key-1");
  ignored(to_expired, lost);
}

TEST_CASE("editing, resume: the key of before the reload is asked about, and decides", "[signup]") {
  const Step step = walk({resume(attempt())});
  same(step, K::waiting, Effect::ask);
  same(walk(step.state, {created()}), K::confirmed, ended);
  CHECK_FALSE(walk(step.state, {created()}).state.earlier);
  same(walk(step.state, {refused}), K::refused, ended);
  const Step sent = walk(step.state, {unknown});
  same(sent, K::persisting, Effect::store);
  CHECK((sent.state.attempt == attempt("key-1", 2)));
}

TEST_CASE("editing, resume without the answers: a key that never arrived goes with the next submit", "[signup]") {
  Attempt held = attempt("key-0");
  held.has_payload = false;
  const State asked = walk({resume(held)}).state;
  CHECK(walk(asked, {created()}).state.earlier);
  const Step editing = walk(asked, {unknown});
  same(editing, K::editing, Effect::unlock);
  const Step again = walk(editing.state, {submit("key-2")});
  same(again, K::persisting, Effect::store);
  CHECK((again.state.attempt == attempt("key-0")));
}

TEST_CASE("editing, resume a day or a month later: without its answers, or not at all", "[signup]") {
  same(walk(to_expired), K::expired, Effect::erase_payload | Effect::ask);
  const Step over = walk({resume(attempt(), start_ms + signup::recheck_ms)});
  same(over, K::editing, Effect::forget);
  CHECK(over.state.attempt.key.empty());
  same(walk({resume(attempt(), start_ms - 1000)}), K::waiting, Effect::ask);
}

TEST_CASE("a key that stands for other answers is asked about: it is the one of before the reload", "[signup]") {
  const Step step = walk(to_sending + Events{reused});
  waits(step, K::waiting, 1000);
  CHECK(step.state.reason.empty());
  same(walk(step.state, {waited}), K::waiting, Effect::ask);
  CHECK(walk(step.state, {waited, created()}).state.earlier);
}

TEST_CASE("an event that means nothing now changes nothing", "[signup]") {
  for (const Events& history : {Events{}, to_persisting, to_sending, to_waiting, to_confirmed}) ignored(history, check);
  for (const Events& history : {Events{}, to_persisting, to_sending, to_waiting, to_unresolved, to_confirmed}) {
    ignored(history, edit);
  }
  for (const Events& history : {to_persisting, to_sending, to_waiting, to_unresolved, to_confirmed, to_refused}) {
    ignored(history, resume(attempt("key-9")));
  }
  for (const Events& history : {Events{}, to_sending, to_waiting, to_confirmed}) ignored(history, stored());
  for (const Events& history : {Events{}, to_persisting, to_waiting, to_confirmed, to_sending}) ignored(history, token);
  for (const Events& history : {Events{}, to_persisting, to_sending, to_confirmed, to_refused})
    ignored(history, waited);
  for (const Events& history : {Events{}, to_persisting, to_queued, to_refused}) ignored(history, created());
  ignored({}, locked(false));
}

TEST_CASE("every effect has a name, and so has every row of the drawn table", "[signup]") {
  std::string drawn;
  signup::append_table(drawn);
  for (const Effect effect : signup::all_effects()) {
    CHECK(drawn.find(to_string(effect)) != std::string::npos);
  }
  CHECK(drawn.find("| `submit` | editing, refused |  | persisting | a fresh key and secret | store |") !=
        std::string::npos);
  CHECK(drawn.find("created |  | confirmed") == std::string::npos);
}

}  // namespace

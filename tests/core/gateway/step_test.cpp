#include "vestibule/gateway/step.hpp"

#include "intent_support.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace vestibule;
using namespace vestibule::test;
using namespace vestibule::gateway;

TEST_CASE("a first request is counted as sent before anything is sent", "[gateway][C2]") {
  Driven driven;
  const Step& step = driven.start();
  CHECK(step.intent.state == State::sent);
  CHECK(step.intent.sends == 1);
  CHECK(step.intent.sent_at == begin);
  CHECK(step.intent.epoch == 1);
  CHECK(step.intent.lease_until == begin + 30'000);
  CHECK(step.intent.due_at == step.intent.lease_until);  // a crash is looked after then (C10)
  CHECK(step.effects == Effects{Effect::send});
}

TEST_CASE("an accepted row is bound, the payload goes, and sweeps are due at 10 min, 1 h and 24 h",
          "[gateway][C1][C9][C18]") {
  Driven driven;
  driven.start();
  const Step& step = driven.sent(rows({row("id-1")}));
  CHECK(step.intent.state == State::created);
  CHECK(step.intent.customer_id == "id-1");
  CHECK(step.intent.account_number == "ACC-1");
  CHECK(step.intent.lease_until == 0);
  CHECK(step.effects == Effects{Effect::erase_payload});
  for (const Millis age : {Millis{600'000}, Millis{3'600'000}, Millis{86'400'000}}) {
    CAPTURE(age);
    CHECK(driven.intent.due_at == begin + age);
    driven.now = driven.intent.due_at;
    CHECK(driven.start().effects == Effects{Effect::probe});
    driven.probed(rows({row("id-1")}));
  }
  CHECK(driven.intent.due_at == 0);
  CHECK(driven.start().because == Because::not_due);
}

TEST_CASE("a binding never changes, a record found later is reported", "[gateway][C1][C9]") {
  Driven driven;
  driven.start();
  driven.sent(rows({row("id-1")}));
  driven.now = driven.intent.due_at;
  driven.start();
  const Step& step = driven.probed(rows({row("id-0", "2025-01-01T00:00:00Z"), row("id-1")}));
  CHECK(step.intent.customer_id == "id-1");
  CHECK(step.intent.surplus == std::vector<std::string>{"id-0"});
  CHECK(step.effects == Effects{Effect::alarm_surplus});
  CHECK(driven.give({.kind = EventKind::relinked, .customer_id = "id-2"}).because == Because::not_parked);
}

TEST_CASE("a record of a refused sign-up is reported", "[gateway][C9]") {
  Driven driven;
  driven.start();
  CHECK(driven.sent(status(422)).intent.state == State::rejected);
  driven.now = driven.intent.due_at;
  driven.start();
  const Step& step = driven.probed(rows({row("id-1")}));
  CHECK(step.intent.state == State::rejected);
  CHECK(step.effects == Effects{Effect::alarm_surplus});
}

TEST_CASE("a refusal is final, that of the key is an alarm", "[gateway][C11]") {
  Driven driven;
  driven.start();
  const Step& step = driven.sent(status(401));
  CHECK(step.intent.state == State::rejected);
  CHECK(step.effects == (Effect::erase_payload | Effect::alarm_upstream));
}

TEST_CASE("whatever does not say what happened is unknown, and looked for ever more rarely", "[gateway][C3][C10]") {
  Driven driven;
  driven.lose();
  CHECK(driven.intent.state == State::unknown);
  std::vector<Millis> ages;
  while (ages.size() < 10) {
    ages.push_back(driven.intent.due_at - begin);
    driven.now = driven.intent.due_at;
    driven.start();
    driven.probed(status(503));
  }
  CHECK(ages == std::vector<Millis>{1'000, 2'000, 4'000, 8'000, 15'000, 30'000, 60'000, 120'000, 240'000, 480'000});
  while (driven.intent.state == State::unknown) {
    CHECK(driven.intent.due_at - driven.now <= 300'000);
    driven.now = driven.intent.due_at;
    driven.start();
    driven.probed({});
  }
  CHECK(driven.intent.state == State::parked);
  CHECK(driven.now - begin >= 86'400'000);
  CHECK(driven.last.effects == Effects{Effect::alarm_parked});
}

TEST_CASE("nothing is sent again before a search that began after the horizon found nothing", "[gateway][C3][C8]") {
  Driven driven;
  driven.lose();
  driven.now = begin + 119'999;
  driven.start();
  driven.now = begin + 125'000;  // asked before, answered after: proves nothing
  CHECK(driven.probed(rows({})).intent.state == State::unknown);
  driven.now = begin + 130'000;
  driven.start();
  const Step& step = driven.probed(rows({}));
  CHECK(step.intent.state == State::sent);
  CHECK(step.intent.sends == 2);
  CHECK(step.intent.sent_at == begin + 130'000);
  CHECK(step.effects == Effects{Effect::send});
}

TEST_CASE("after three sends without a trace a person looks, and a late find still binds", "[gateway][C10][C17]") {
  Driven driven;
  for (int send = 1; send <= 3; ++send) {
    if (send == 1) driven.start();
    CHECK(driven.intent.sends == send);
    driven.sent({});
    driven.now += 120'000;
    driven.start();
    driven.probed(rows({}));
  }
  CHECK(driven.intent.state == State::parked);
  CHECK(driven.last.effects == Effects{Effect::alarm_parked});
  driven.now += 1;
  CHECK(driven.start().effects == Effects{Effect::probe});
  CHECK(driven.probed(rows({})).intent.state == State::parked);
  driven.start();
  const Step& step = driven.probed(rows({row("late")}));
  CHECK(step.intent.state == State::created);
  CHECK(step.intent.customer_id == "late");
}

TEST_CASE("of several records the first by date and id is bound, the others are listed", "[gateway][C9]") {
  Driven driven;
  driven.lose();
  driven.start();
  const Step& step = driven.probed(rows({row("c"), row("b"), row("a", "2026-01-02T00:00:00Z")}));
  CHECK(step.intent.customer_id == "b");
  CHECK(step.intent.surplus == std::vector<std::string>{"c", "a"});
  CHECK(step.effects == (Effect::erase_payload | Effect::alarm_surplus));
}

TEST_CASE("a restart while a create is on its way asks first", "[gateway][C3][C8]") {
  Driven driven;
  driven.start();
  const Step& step = driven.start();
  CHECK(step.intent.state == State::unknown);
  CHECK(step.intent.epoch == 2);
  CHECK(step.effects == Effects{Effect::probe});
}

TEST_CASE("a run that is not the newest changes nothing", "[gateway][C4]") {
  Driven driven;
  driven.start();
  driven.start();
  for (const EventKind kind : {EventKind::send_answered, EventKind::not_begun, EventKind::probe_answered}) {
    const Intent before = driven.intent;
    const Step& step = driven.give({.kind = kind, .epoch = 1, .answer = rows({row("id-1")})});
    CHECK(step.because == Because::stale_epoch);
    CHECK(step.intent == before);
    CHECK(step.effects.empty());
  }
}

TEST_CASE("where several owners can live, a lease is waited for", "[gateway][C4]") {
  Driven driven;
  driven.policy.single_owner = false;
  driven.start();
  driven.now = begin + 29'999;
  CHECK(driven.start().because == Because::leased);
  driven.now = begin + 30'000;
  CHECK(driven.start().effects == Effects{Effect::probe});
}

TEST_CASE("what was put off waits for Retry-After, and is looked for once before it is sent again",
          "[gateway][C3][C17]") {
  Driven driven;
  driven.start();
  nue::Answer busy = status(429);
  busy.retry_after = "7";
  CHECK(driven.sent(busy).intent.state == State::claimed);
  CHECK(driven.intent.due_at == begin + 7'000);
  driven.now = begin + 6'999;
  CHECK(driven.start().because == Because::not_due);
  driven.now = begin + 7'000;
  CHECK(driven.start().effects == Effects{Effect::probe});
  CHECK(driven.probed(rows({})).effects == Effects{Effect::send});
  driven.sent(busy);
  driven.now += 7'000;
  driven.start();
  driven.probed(rows({}));
  CHECK(driven.sent(busy).intent.state == State::parked);  // the third time
}

TEST_CASE("a create whose lease was about to end never began", "[gateway][C2]") {
  Driven driven;
  driven.start();
  CHECK(driven.give({.kind = EventKind::not_begun, .epoch = 1}).intent.state == State::claimed);
  CHECK(driven.intent.due_at >= begin + 1'000);
}

TEST_CASE("nothing is sent while breaker or budget say no", "[gateway][C17]") {
  Driven driven;
  CHECK(driven.start(false).intent.state == State::claimed);
  CHECK(driven.intent.sends == 0);
  CHECK(driven.last.effects.empty());
  driven.now = driven.intent.due_at;
  driven.start();
  driven.sent({});
  driven.now += 120'000;
  driven.start();
  const Step& step = driven.probed(rows({}), false);
  CHECK(step.intent.state == State::claimed);
  CHECK(step.intent.sends == 1);
}

TEST_CASE("without a slot nothing is asked, and nothing ambiguous is sent again", "[gateway][C3]") {
  Driven driven;
  driven.policy.has_slot = false;
  driven.lose();
  driven.now = driven.intent.due_at;
  CHECK(driven.start().effects.empty());
  CHECK(driven.intent.due_at == begin + 120'000);
  driven.now = begin + 120'000;
  CHECK(driven.start().intent.state == State::parked);
  CHECK(driven.last.effects == Effects{Effect::alarm_parked});
  CHECK(driven.intent.due_at == 0);
  CHECK(driven.start().because == Because::not_due);
}

TEST_CASE("a slot that is lost takes the planned sweeps along, so that nothing stays due for ever", "[gateway][C10]") {
  for (const bool accepted : {true, false}) {
    Driven driven;
    driven.start();
    driven.sent(accepted ? rows({row("id-1")}) : status(422));
    driven.policy.has_slot = false;
    CHECK(driven.start().because == Because::not_due);
    driven.now = driven.intent.due_at;
    CHECK(driven.start().outcome == Outcome::applied);
    CHECK(driven.last.effects.empty());
    CHECK(driven.intent.due_at == 0);
    CHECK(driven.start().because == Because::not_due);
  }
}

TEST_CASE("a filter that is not honoured proves nothing", "[gateway][C16]") {
  Driven driven;
  driven.lose();
  driven.start();
  nue::Row foreign = row("foreign");
  foreign.mark = "another";
  const Step& step = driven.probed(rows({foreign}));
  CHECK(step.intent.state == State::unknown);
  CHECK(step.intent.due_at == begin + 120'000);
  CHECK(step.effects == Effects{Effect::alarm_slot});
  driven.now = begin + 120'000;
  driven.start();
  CHECK(driven.probed(rows({foreign})).intent.state == State::parked);
  CHECK(driven.last.effects == (Effect::alarm_slot | Effect::alarm_parked));
}

TEST_CASE("an operator binds what is parked, and only that", "[gateway][C7]") {
  Driven driven;
  driven.policy.has_slot = false;
  driven.lose();
  CHECK(driven.give({.kind = EventKind::relinked, .customer_id = "x"}).because == Because::not_parked);
  driven.now = begin + 120'000;
  driven.start();
  const Step& step = driven.give({.kind = EventKind::relinked, .customer_id = "by-hand"});
  CHECK(step.intent.state == State::created);
  CHECK(step.intent.customer_id == "by-hand");
  CHECK(step.effects == Effects{Effect::erase_payload});
}

}  // namespace

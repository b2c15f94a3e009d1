#include "intent_support.hpp"
#include "tests/support/catch.hpp"
#include "vestibule/gateway/step.hpp"

namespace {

using namespace vestibule;
using namespace vestibule::test;
using namespace vestibule::gateway;

constexpr std::string_view owner = "customer-1";

nue::Row contact(std::string id, std::string_view of = owner) {
  nue::Row made = row(std::move(id));
  made.mark = of;
  return made;
}

// The contact of a sign-up whose customer was bound just now.
struct Contact : Driven {
  Contact() {
    intent.token.clear();
    intent.owner = owner;
    intent.sent_at = begin;
  }
  void send() {
    start();
    probed(rows({}));
  }
};

TEST_CASE("an e-mail is looked up before its contact is sent", "[gateway][C2]") {
  Contact driven;
  CHECK(driven.start().effects == Effects{Effect::probe});
  const Step& step = driven.probed(rows({}));
  CHECK(step.intent.state == State::sent);
  CHECK(step.intent.sends == 1);
  CHECK(step.effects == Effects{Effect::send});
  CHECK(driven.sent(rows({contact("c-1")})).intent.state == State::created);
  CHECK(driven.intent.customer_id == "c-1");
  CHECK(driven.last.effects == Effects{Effect::erase_payload});
}

TEST_CASE("an e-mail that another customer's contact has parks the contact, and nothing is sent", "[gateway]") {
  Contact driven;
  driven.start();
  const Step& step = driven.probed(rows({contact("c-0", "customer-0")}));
  CHECK(step.intent.state == State::parked);
  CHECK(step.intent.sends == 0);
  CHECK(step.effects == Effects{Effect::alarm_parked});
  CHECK(step.intent.due_at == begin + sweep_ages[0]);
}

TEST_CASE("a clash that shows only in the answer is looked up, and parks the contact", "[gateway]") {
  Contact driven;
  driven.send();
  CHECK(driven.sent(status(409)).intent.state == State::unknown);
  driven.now = driven.intent.due_at;
  driven.start();
  CHECK(driven.probed(rows({contact("c-0", "customer-0")})).intent.state == State::parked);
}

TEST_CASE("a clash with the contact of an earlier send is that contact", "[gateway][C8]") {
  Contact driven;
  driven.send();
  driven.sent({});
  driven.now = begin + 120'000;
  driven.start();
  driven.probed(rows({}));
  CHECK(driven.intent.sends == 2);
  CHECK(driven.sent(status(409)).intent.state == State::unknown);
  driven.now = driven.intent.due_at;
  driven.start();
  CHECK(driven.probed(rows({contact("c-1")})).intent.customer_id == "c-1");
}

TEST_CASE("a contact whose answer is lost is not sent again before the horizon", "[gateway][C3]") {
  Contact driven;
  driven.send();
  driven.sent({});
  driven.now = begin + 119'999;
  driven.start();
  CHECK(driven.probed(rows({})).intent.state == State::unknown);
}

TEST_CASE("a contact that the API refuses is kept for a person", "[gateway]") {
  Contact driven;
  driven.send();
  const Step& step = driven.sent(status(422));
  CHECK(step.intent.state == State::parked);
  CHECK(step.effects == Effects{Effect::alarm_parked});
  Contact unauthorised;
  unauthorised.send();
  CHECK(unauthorised.sent(status(401)).effects == (Effect::alarm_parked | Effect::alarm_upstream));
}

TEST_CASE("a contact whose e-mail cannot be looked up is put off ever longer, and parked after a day",
          "[gateway][C10]") {
  Contact driven;
  int lookups = 0;
  while (driven.intent.state == State::claimed) {
    ++lookups;
    driven.start();
    driven.probed({});
    driven.now = driven.intent.due_at;
  }
  CHECK(driven.intent.state == State::parked);
  CHECK(driven.intent.sends == 0);
  CHECK(driven.intent.settled_at >= begin + unanswered_max);
  CHECK(lookups < 310);
}

}  // namespace

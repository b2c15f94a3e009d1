#include "vestibule/sync/contact.hpp"

#include "tests/core/lifecycle/life_support.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace vestibule;
using namespace vestibule::test;
using sync::ContactWork;

TEST_CASE("a contact waits for its customer's account, and is made and compared with it", "[sync][R13][R36]") {
  Life life = after({create(1), activate(1)});
  CHECK(sync::work_for_contact(life, false) == ContactWork::none);
  const lifecycle::Step linked = lifecycle::step(life, tie('A'));
  CHECK(sync::wakes_contacts(linked));
  CHECK(sync::work_for_contact(linked.life, false) == ContactWork::make);
  CHECK(sync::work_for_contact(linked.life, true) == ContactWork::compare);
}

TEST_CASE("nothing is written to a contact of a customer that is held, suspended or erased", "[sync][L17]") {
  const Life linked = after({create(1), activate(1), tie('A')});
  for (const Event& event : {tie('B'), account_event(EventKind::account_deleted, 'A'), plain(EventKind::erase)}) {
    const lifecycle::Step step = lifecycle::step(linked, event);
    CHECK_FALSE(sync::wakes_contacts(step));
    CHECK(sync::work_for_contact(step.life, false) == ContactWork::none);
    CHECK(sync::work_for_contact(step.life, true) == ContactWork::none);
  }
}

TEST_CASE("whatever ends the waiting wakes the contacts", "[sync][L7][R36]") {
  const Life held = after({create(1), activate(1), tie('A'), tie('B')});
  CHECK(sync::wakes_contacts(lifecycle::step(held, plain(EventKind::hold_released))));
  const Life suspended = after({create(1), activate(1), tie('A'), account_event(EventKind::account_deleted, 'A', 2)});
  CHECK(sync::wakes_contacts(lifecycle::step(suspended, account_event(EventKind::account_undeleted, 'A', 3))));
  const Life linked = after({create(1), activate(1), tie('A')});
  CHECK(sync::wakes_contacts(lifecycle::step(linked, merge('A', 'B'))));
  CHECK_FALSE(sync::wakes_contacts(lifecycle::step(linked, activate(2))));
}

}  // namespace

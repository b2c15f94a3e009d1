#include "vestibule/lifecycle/step.hpp"

#include "life_support.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace vestibule;
using namespace vestibule::test;
using namespace vestibule::lifecycle;
using enum lifecycle::EventKind;

void changes_nothing(const Life& life, const Event& event, Outcome outcome, Because because) {
  const Step result = step(life, event);
  CAPTURE(to_string(event.kind), to_string(result.outcome), to_string(result.because));
  CHECK(result.life == life);
  CHECK(result.outcome == outcome);
  CHECK(result.because == because);
  CHECK(result.effects.empty());
}

TEST_CASE("a created customer is a Prospect without an account", "[lifecycle][R3][R11][R33]") {
  const Step result = step({}, create(1));
  CHECK(stage_of(result.life) == Stage::prospect);
  CHECK(link_of(result.life) == Link::none);
  CHECK(result.effects.empty());
}

TEST_CASE("nothing happens to a customer that does not exist", "[lifecycle][L20]") {
  for (std::size_t kind = 1; kind < event_kind_count; ++kind) {
    changes_nothing({}, plain(static_cast<EventKind>(kind)), Outcome::ignored, Because::no_customer);
  }
}

TEST_CASE("a Nue id never changes", "[lifecycle][L6]") {
  const Life life = after({create(1)});
  changes_nothing(life, create(1), Outcome::repeated, Because::known);
  changes_nothing(life, create(2), Outcome::ignored, Because::other_id);
}

TEST_CASE("selective: only an activated order makes an account due", "[lifecycle][R12][R13][R14]") {
  const Life life = after({create(1)});
  changes_nothing(life, tie('A'), Outcome::ignored, Because::not_due);
  const Step result = step(life, activate(7, {2026, 3, 4}));
  CHECK(stage_of(result.life) == Stage::active);
  CHECK(link_of(result.life) == Link::pending);
  CHECK(result.life.customer_since == checks::Date{2026, 3, 4});
  CHECK(result.effects == (Effect::promote_type | Effect::customer_since | Effect::make_account));
}

TEST_CASE("who was erased is due no account, whatever comes after", "[lifecycle][L23]") {
  const Life erased = after({create(1), plain(erase)});
  const Step first = step(erased, activate(7));
  CHECK(stage_of(first.life) == Stage::active);
  CHECK(link_of(first.life) == Link::none);
  CHECK(first.effects == (Effect::promote_type | Effect::customer_since));
  changes_nothing(erased, plain(draft_pushed), Outcome::ignored, Because::not_due);
  const Step continuous = step(erased, {.kind = mode_changed, .mode = Mode::continuous});
  CHECK(continuous.life.mode == Mode::continuous);
  CHECK(link_of(continuous.life) == Link::none);
  CHECK(continuous.effects.empty());
}

TEST_CASE("an account that was due is due no more once its customer is erased", "[lifecycle][L23][L17]") {
  const Life pending = after({create(1), activate(7)});
  const Step erasing = step(pending, plain(erase));
  CHECK(link_of(erasing.life) == Link::none);
  CHECK(erasing.effects == (Effect::erase_personal | Effect::destroy_key));
  changes_nothing(erasing.life, {.kind = sync_failed}, Outcome::ignored, Because::not_due);

  Life held = step(pending, tie('A', true)).life;
  held = step(held, plain(erase)).life;
  REQUIRE(link_of(held) == Link::held);
  const Step released = step(held, plain(hold_released));
  CHECK(link_of(released.life) == Link::none);
  CHECK_FALSE(released.effects.has(Effect::make_account));
  // As a store may still hold it that was written before.
  held.link = Link::pending;
  CHECK_FALSE(step(held, plain(hold_released)).effects.has(Effect::make_account));
}

TEST_CASE("an account that was on its way when its customer was erased is not lost", "[lifecycle][L2][L23]") {
  const Life erased = after({create(1), activate(7), plain(erase)});
  const Step told = step(erased, tie('A'));
  CHECK(link_of(told.life) == Link::linked);
  CHECK_FALSE(may_write_account(told.life));
  changes_nothing(after({create(1), plain(erase)}), tie('A'), Outcome::ignored, Because::not_due);
}

TEST_CASE("a second activation makes no second account", "[lifecycle][L-03][R15]") {
  const Life life = after({create(1), activate(7), tie('A')});
  changes_nothing(life, activate(7), Outcome::repeated, Because::known);
  const Step result = step(life, activate(8));
  CHECK(stage_of(result.life) == Stage::managed);
  CHECK(result.life.account == account('A'));
  CHECK_FALSE(result.effects.has(Effect::make_account));
  CHECK_FALSE(result.effects.has(Effect::promote_type));
}

TEST_CASE("customerSince is the earliest activation, whichever was told first", "[lifecycle][L12]") {
  const Life life = after({create(1), activate(7, {2026, 3, 4}), activate(8, {2025, 12, 31})});
  CHECK(life.customer_since == checks::Date{2025, 12, 31});
}

TEST_CASE("changes, renewals and cancellations make a customer Managed", "[lifecycle][R30]") {
  for (const EventKind kind : {order_changed, renewed, cancelled}) {
    CHECK(stage_of(after({create(1), activate(7), order_event(kind, 8)})) == Stage::managed);
    // Told before the activation it follows, a change waits.
    CHECK(stage_of(after({create(1), order_event(kind, 8)})) == Stage::prospect);
    CHECK(after({create(1), order_event(kind, 8), activate(7)}) ==
          after({create(1), activate(7), order_event(kind, 8)}));
  }
}

TEST_CASE("continuous: an account at once, and still a Prospect", "[lifecycle][R17][10.16]") {
  const Step result = step({}, create(1, Mode::continuous));
  CHECK(link_of(result.life) == Link::pending);
  CHECK(result.effects == Effect::make_account);
  const Life linked = step(result.life, tie('A')).life;
  CHECK(stage_of(linked) == Stage::prospect);
  CHECK(link_of(linked) == Link::linked);
}

TEST_CASE("an activation of a linked Prospect keeps its account", "[lifecycle][R14][R15]") {
  const Step result = step(after({create(1, Mode::continuous), tie('A')}), activate(7));
  CHECK(link_of(result.life) == Link::linked);
  CHECK(result.effects == (Effect::promote_type | Effect::customer_since));
}

TEST_CASE("the mode decides about what comes, not about what is", "[lifecycle][R21][L19]") {
  const Step on = step(after({create(1)}), {.kind = mode_changed, .mode = Mode::continuous});
  CHECK(link_of(on.life) == Link::pending);
  CHECK(on.effects == Effect::make_account);
  const Life linked = step(on.life, tie('A')).life;
  const Step off = step(linked, {.kind = mode_changed, .mode = Mode::selective});
  CHECK(link_of(off.life) == Link::linked);
  CHECK(off.life.account == account('A'));
  const Step again = step(off.life, {.kind = mode_changed, .mode = Mode::continuous});
  CHECK(again.life.account == account('A'));
  CHECK_FALSE(again.effects.has(Effect::make_account));
}

TEST_CASE("a pushed draft order needs an account and no stage", "[lifecycle][10.12]") {
  const Step result = step(after({create(1)}), plain(draft_pushed));
  CHECK(stage_of(result.life) == Stage::prospect);
  CHECK(result.effects == Effect::make_account);
  changes_nothing(result.life, plain(draft_pushed), Outcome::ignored, Because::linked_already);
}

TEST_CASE("another account holds the customer, and its own stays", "[lifecycle][L-04][L3][L4][L17]") {
  const Life life = after({create(1), activate(7), tie('A')});
  changes_nothing(life, tie('A'), Outcome::repeated, Because::known);
  const Step other = step(life, tie('B'));
  CHECK(link_of(other.life) == Link::held);
  CHECK(other.life.hold == Hold::conflict);
  CHECK(other.life.hold_account == account('B'));
  CHECK(other.life.account == account('A'));
  CHECK_FALSE(may_write_account(other.life));
  const Step released = step(other.life, plain(hold_released));
  CHECK(released.life == life);
  CHECK(released.effects == Effect::refresh);
  changes_nothing(life, plain(hold_released), Outcome::ignored, Because::not_held);
}

TEST_CASE("an account of another customer is never shared", "[lifecycle][L-04][L3]") {
  const Life pending = after({create(1), activate(7)});
  const Step result = step(pending, tie('A', true));
  CHECK(result.life.hold == Hold::duplicate);
  CHECK(result.life.hold_account == account('A'));
  CHECK_FALSE(result.life.account);
  const Step released = step(result.life, plain(hold_released));
  CHECK(released.effects == Effect::make_account);
  changes_nothing(after({create(1)}), {.kind = relinked, .account = account('A'), .taken = true}, Outcome::ignored,
                  Because::taken);
}

TEST_CASE("a merge moves the link to the winner", "[lifecycle][L-05][L4][L16]") {
  const Life life = after({create(1), activate(7), tie('A')});
  const Step result = step(life, merge('A', 'B'));
  CHECK(link_of(result.life) == Link::linked);
  CHECK(result.life.account == account('B'));
  CHECK(result.life.past_accounts == std::vector{account('A')});
  CHECK(result.effects == Effect::refresh);
  changes_nothing(result.life, merge('A', 'B'), Outcome::repeated, Because::known);
  changes_nothing(life, merge('C', 'B'), Outcome::ignored, Because::not_ours);
  const Step circle = step(life, merge('A', 'B', false, true));
  CHECK(circle.life.hold == Hold::merge_cycle);
  CHECK(circle.effects == Effect::alarm);
  changes_nothing(circle.life, merge('A', 'B', false, true), Outcome::repeated, Because::known);
  CHECK(step(life, merge('A', 'A')).life.hold == Hold::merge_cycle);
}

TEST_CASE("a merge into another customer's account holds once, however often it is told",
          "[lifecycle][L-05][L3][L12]") {
  const Life life = after({create(1), activate(7), tie('A')});
  const Step held = step(life, merge('A', 'B', true));
  CHECK(held.life.hold == Hold::duplicate);
  CHECK(held.life.hold_account == account('B'));
  CHECK(held.life.account == account('A'));
  CHECK(held.effects == Effect::alarm);
  changes_nothing(held.life, merge('A', 'B', true), Outcome::repeated, Because::known);
  // Released and told again it is news: the person has not solved it.
  const Life released = step(held.life, plain(hold_released)).life;
  CHECK_FALSE(released.hold_account);
  CHECK(step(released, merge('A', 'B', true)).effects == Effect::alarm);
}

TEST_CASE("a merge told late explains a conflict, a deletion and a loss", "[lifecycle][L12]") {
  const Life life = after({create(1), activate(7), tie('A')});
  const Life in_order = step(step(life, merge('A', 'B')).life, tie('B')).life;
  CHECK(step(step(life, tie('B')).life, merge('A', 'B')).life == in_order);
  const Life deleted = step(life, account_event(account_deleted, 'A')).life;
  CHECK(step(deleted, merge('A', 'B')).life == in_order);
  const Life gone = step(deleted, account_event(account_missing, 'A', 0, 16)).life;
  const Life found = step(gone, merge('A', 'B')).life;
  CHECK(link_of(found) == Link::linked);
  CHECK(found.account == account('B'));
}

TEST_CASE("a deleted account suspends the link, and comes back", "[lifecycle][L-06][L16][L26]") {
  const Life life = after({create(1), activate(7), tie('A')});
  const Step deleted = step(life, account_event(account_deleted, 'A', 3));
  CHECK(link_of(deleted.life) == Link::suspended);
  CHECK(deleted.life.account == account('A'));
  CHECK(stage_of(deleted.life) == Stage::active);
  CHECK_FALSE(may_write_account(deleted.life));
  changes_nothing(deleted.life, account_event(account_undeleted, 'A', 2), Outcome::ignored, Because::stale);
  const Step back = step(deleted.life, account_event(account_undeleted, 'A', 4));
  CHECK(link_of(back.life) == Link::linked);
  CHECK(back.effects == Effect::refresh);
  // The two told the other way round.
  const Life early = step(life, account_event(account_undeleted, 'A', 4)).life;
  CHECK(step(early, account_event(account_deleted, 'A', 3)).life == back.life);
}

TEST_CASE("an account that stays away is severed after the bin is emptied", "[lifecycle][L4]") {
  const Life life = after({create(1), activate(7), tie('A')});
  const Step missing = step(life, account_event(account_missing, 'A'));
  CHECK(link_of(missing.life) == Link::suspended);
  changes_nothing(missing.life, account_event(account_missing, 'A', 0, 15), Outcome::ignored, Because::too_early);
  const Step severed = step(missing.life, account_event(account_missing, 'A', 0, 16));
  CHECK(link_of(severed.life) == Link::severed);
  CHECK_FALSE(severed.life.account);
  CHECK(severed.life.past_accounts == std::vector{account('A')});
  changes_nothing(severed.life, tie('B'), Outcome::ignored, Because::not_due);
  const Step again = step(severed.life, {.kind = relinked, .account = account('B')});
  CHECK(again.life.account == account('B'));
}

TEST_CASE("a sync that failed is tried again, or held", "[lifecycle][L-07][R27][L17]") {
  const Life life = after({create(1), activate(7)});
  const Step later = step(life, plain(sync_failed));
  CHECK(later.life == life);
  CHECK(later.effects == Effect::retry);
  const Step refused = step(life, {.kind = sync_failed, .permanent = true});
  CHECK(refused.life.hold == Hold::refused);
  CHECK(refused.effects == Effect::alarm);
  changes_nothing(after({create(1)}), plain(sync_failed), Outcome::ignored, Because::not_due);
}

TEST_CASE("erasure waits for open orders, and happens once", "[lifecycle][L23]") {
  const Life life = after({create(1), activate(7), tie('A')});
  changes_nothing(life, {.kind = erase, .open_order = true}, Outcome::ignored, Because::open_order);
  const Step erased = step(life, plain(erase));
  CHECK(erased.effects == (Effect::erase_personal | Effect::destroy_key));
  CHECK(erased.life.id == life.id);
  CHECK(erased.life.account == life.account);
  CHECK_FALSE(may_write_account(erased.life));
  changes_nothing(erased.life, plain(erase), Outcome::repeated, Because::known);
}

}  // namespace

// What holds after every event whatever came before, on random histories of three customers and their accounts.
#include <array>
#include <map>
#include <string>

#include "life_support.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/random.hpp"
#include "vestibule/lifecycle/json.hpp"

namespace {

using namespace vestibule;
using namespace vestibule::test;
using namespace vestibule::lifecycle;

constexpr std::string_view letters = "AaBb";
constexpr std::size_t customers = 3;

// The host's part: facts an event carries are looked up among all customers.
class World {
 public:
  explicit World(std::uint64_t seed) : random_{seed} {}

  [[nodiscard]] const Life& life(std::size_t customer) const { return lives_[customer]; }

  // A random event about a random customer, and what it led to.
  Step happen(std::size_t customer) {
    const Event event = any_event(customer);
    const Step result = step(lives_[customer], event);
    last = event;
    lives_[customer] = result.life;
    return result;
  }

  std::size_t any_customer() { return random_.below(customers); }

  Event last;

 private:
  [[nodiscard]] bool taken(const ids::SalesforceId& account, std::size_t customer) const {
    for (std::size_t other = 0; other < customers; ++other) {
      if (other != customer && lives_[other].account == account) return true;
    }
    return false;
  }

  Event any_event(std::size_t customer) {
    Event event;
    event.kind = static_cast<EventKind>(random_.below(event_kind_count));
    event.id = uuid(static_cast<std::uint8_t>(random_.chance(90) ? customer + 1 : 9));
    event.order = uuid(static_cast<std::uint8_t>(random_.below(4)));
    event.day = {2026, 1, static_cast<std::uint8_t>(random_.below(28) + 1)};
    event.account = account(random_.pick(letters));
    event.winner = account(random_.pick(letters));
    event.mode = random_.chance(50) ? Mode::continuous : Mode::selective;
    event.source = static_cast<Source>(random_.below(4));
    event.taken = taken(event.kind == EventKind::account_merged ? event.winner : event.account, customer);
    event.cycle = random_.chance(10);
    event.permanent = random_.chance(50);
    event.open_order = random_.chance(50);
    event.days = static_cast<std::uint32_t>(random_.below(30));
    event.version = random_.below(6);
    return event;
  }

  Random random_;
  std::array<Life, customers> lives_{};
};

// Whether an event gives a reason for an account before any order was activated (L2).
bool allows_early_link(const Event& event, const Step& result) {
  if (result.life.mode == Mode::continuous) return true;
  if (result.outcome != Outcome::applied) return false;
  return event.kind == EventKind::draft_pushed || event.kind == EventKind::relinked ||
         (event.kind == EventKind::link_set && event.source != Source::sync);
}

// Whether an event may end a hold: a person's word, or the merge that explains a conflict (L17).
bool may_release(const Event& event, Hold hold) {
  return event.kind == EventKind::hold_released || event.kind == EventKind::relinked ||
         (event.kind == EventKind::account_merged && hold == Hold::conflict);
}

TEST_CASE("no history breaks a rule of the lifecycle", "[lifecycle][R31][L1][L2][L3][L4][L6][L17][L23]") {
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    World world{seed};
    std::array<bool, customers> may_link_early{};
    for (int turn = 0; turn < 60; ++turn) {
      const std::size_t customer = world.any_customer();
      const Life before = world.life(customer);
      const Step result = world.happen(customer);
      const Life& life = result.life;
      CAPTURE(seed, turn, to_string(world.last.kind));

      CHECK(stage_of(life) >= stage_of(before));   // L1
      if (before.id) CHECK(life.id == before.id);  // L6
      CHECK(life.account.has_value() == (life.link == Link::linked || life.link == Link::suspended));
      CHECK(life.link != Link::held);
      if (life.account) {  // L3
        for (std::size_t other = 0; other < customers; ++other) {
          if (other != customer) CHECK(world.life(other).account != life.account);
        }
      }
      if (life.account != before.account) {  // L4
        const EventKind kind = world.last.kind;
        if (!before.account) {
          CHECK((kind == EventKind::link_set || kind == EventKind::relinked || kind == EventKind::account_merged));
        } else if (life.account) {
          CHECK((kind == EventKind::account_merged || kind == EventKind::relinked));
          CHECK(life.past_accounts.back() == *before.account);
        } else {
          CHECK(life.link == Link::severed);
          CHECK(life.past_accounts.back() == *before.account);
        }
      }
      may_link_early[customer] = may_link_early[customer] || allows_early_link(world.last, result);
      if (life.account && !life.orders.any_activated()) CHECK(may_link_early[customer]);  // L2
      if (before.hold != Hold::none && life.hold == Hold::none) {                         // L17
        CHECK(result.outcome == Outcome::applied);
        CHECK(may_release(world.last, before.hold));
      }
      if (life.hold != Hold::none) {
        CHECK_FALSE(may_write_account(life));
        for (const Effect write : {Effect::make_account, Effect::refresh, Effect::retry}) {
          CHECK_FALSE(result.effects.has(write));
        }
      }
      if (life.erased) {  // L23
        CHECK(life.link != Link::pending);
        CHECK_FALSE(result.effects.has(Effect::make_account));
        CHECK_FALSE(may_write_account(life));
      }
      if (result.outcome == Outcome::repeated || result.outcome == Outcome::ignored) {
        CHECK(life == before);
        CHECK(result.effects.empty());
      }
      const Step twice = step(life, world.last);  // L12: a repeat changes nothing that shows
      CHECK(stage_of(twice.life) == stage_of(life));
      CHECK_FALSE(twice.effects.has(Effect::promote_type));
    }
  }
}

TEST_CASE("orders may be told in any order and any number of times", "[lifecycle][L-03][L12]") {
  Random random{5};
  std::vector<Event> events{activate(1, {2026, 2, 1}), activate(2, {2026, 1, 1}), order_event(EventKind::renewed, 3),
                            order_event(EventKind::cancelled, 4), order_event(EventKind::order_changed, 5)};
  Life expected = after({create(1)});
  for (const Event& event : events) expected = step(expected, event).life;
  for (int round = 0; round < 200; ++round) {
    random.shuffle(events);
    Life life = after({create(1)});
    for (const Event& event : events) {
      life = step(life, event).life;
      if (random.chance(30)) life = step(life, random.pick(events)).life;
    }
    REQUIRE(life == expected);
  }
}

TEST_CASE("every life and event is read back from its JSON", "[lifecycle][C20]") {
  World world{11};
  for (int turn = 0; turn < 3000; ++turn) {
    const Step result = world.happen(world.any_customer());
    std::string text;
    append_json(text, result.life);
    const auto life = read_life(text);
    CAPTURE(text);
    REQUIRE(life.ok());
    REQUIRE(life.value() == result.life);

    std::string told;
    append_json(told, world.last);
    const auto event = read_event(told);
    CAPTURE(told);
    REQUIRE(event.ok());
    std::string again;
    append_json(again, event.value());
    REQUIRE(again == told);
  }
}

}  // namespace

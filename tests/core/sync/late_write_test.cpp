// Writes to Salesforce whose answer got lost: they arrive late, or never, and no later pass may take them for an edit.
#include "vestibule/sync/pass.hpp"

#include <deque>

#include "tests/core/sync/two_stores.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace vestibule;
using namespace vestibule::sync;
using namespace vestibule::test;

// Requests that nobody answered: they may be carried out long after.
struct Slow {
  World world;
  std::vector<SideWrite> on_their_way;

  // A pass whose write to Salesforce gets no answer.
  void run() {
    const Plan units = plan();
    Pass pass;
    std::deque<Effect> queue;
    const auto enqueue = [&](const Event& event) {
      for (const Effect effect : step(units, pass, event)) queue.push_back(effect);
    };
    enqueue({.kind = EventKind::start, .ledger = world.ledger});
    while (queue.front() != Effect::gave_up) {
      const Effect effect = queue.front();
      queue.pop_front();
      if (effect == Effect::write_org) {
        on_their_way.push_back(changes_for(units, pass, Side::org));
        enqueue({.kind = EventKind::unreachable, .side = Side::org});
      } else {
        enqueue(world.carry_out(effect, pass));
      }
    }
  }
};

TEST_CASE("a write that arrives after the next pass has begun is known for ours", "[sync][L8][L11]") {
  Slow slow;
  World& world = slow.world;
  world.run();
  world.nue().edit(0, "b");
  slow.run();
  world.nue().edit(0, "c");
  bool arrived = false;
  world.run(-1, [&](int, Effect effect) {
    if (effect != Effect::write_org || arrived) return;
    arrived = true;
    REQUIRE(world.org().write(slow.on_their_way[0]));
  });
  CHECK(arrived);
  CHECK(world.nue().values[0] == "c");
  CHECK(world.org().values[0] == "c");
  CHECK(world.conflicts.empty());
}

TEST_CASE("a write that may be on its way is sent again as it was", "[sync][L8][L11]") {
  Slow slow;
  World& world = slow.world;
  world.run();
  world.nue().edit(0, "b");
  slow.run();
  world.nue().edit(0, "c");
  slow.run();
  REQUIRE(slow.on_their_way.size() == 2);
  CHECK(slow.on_their_way[1].version == slow.on_their_way[0].version);
  CHECK(slow.on_their_way[1].changes == slow.on_their_way[0].changes);
  world.run();
  CHECK(world.org().values[0] == "c");
  CHECK(world.writes == 2);
  CHECK(world.conflicts.empty());
}

TEST_CASE("a write that was refused is not sent again", "[sync][R28]") {
  const Plan units = plan();
  World world;
  world.run();
  world.nue().edit(0, "too long");
  Pass pass;
  std::vector<Effect> effects = step(units, pass, {.kind = EventKind::start, .ledger = world.ledger});
  for (const Effect effect : {Effect::read_nue, Effect::read_org, Effect::store}) {
    effects = step(units, pass, world.carry_out(effect, pass));
  }
  REQUIRE(effects == std::vector{Effect::write_org});
  CHECK_FALSE(world.ledger.log.empty());
  effects = step(units, pass, {.kind = EventKind::refused, .side = Side::org});
  REQUIRE(effects == std::vector{Effect::store, Effect::hold});
  CHECK(step(units, pass, world.carry_out(Effect::store, pass)).empty());
  CHECK(world.ledger.log.empty());
}

}  // namespace

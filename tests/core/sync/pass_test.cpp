// The pass against two stores that keep versions, with a crash or another edit at every place.
#include "vestibule/sync/pass.hpp"

#include "tests/core/sync/two_stores.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace vestibule;
using namespace vestibule::sync;
using namespace vestibule::test;

TEST_CASE("equal sides are agreed on once, without a write", "[sync][L11]") {
  World world;
  CHECK(world.run() == Effect::finished);
  CHECK(world.ledger.base == world.nue().values);
  const Ledger agreed = world.ledger;
  CHECK(world.run() == Effect::finished);
  CHECK(world.ledger == agreed);
  CHECK(world.writes == 0);
}

TEST_CASE("an edit on either side arrives on the other", "[sync][R18][R22][L7][L8]") {
  World world;
  world.run();
  world.nue().edit(0, "b");
  world.org().edit(2, "Newtown");
  world.run();
  CHECK(world.nue().values == Snapshot{"b", "street", "Newtown", "Net 30"});
  CHECK(world.org().values == world.nue().values);
  CHECK(world.writes == 2);
  CHECK(world.conflicts.empty());
  world.run();
  CHECK(world.writes == 2);
}

TEST_CASE("of two edits Salesforce's holds and Nue's is kept once", "[sync][R25][L9]") {
  World world;
  world.run();
  world.nue().edit(1, "Nue Street");
  world.org().edit(2, "Orgtown");
  world.run();
  CHECK(world.nue().values == Snapshot{"a", "street", "Orgtown", "Net 30"});
  CHECK(world.org().values == world.nue().values);
  REQUIRE(world.conflicts.size() == 1);
  CHECK(world.conflicts[0] == Conflict{1, Side::nue, {"Nue Street", "city"}});
}

TEST_CASE("a change of a billing field in Salesforce is taken back and kept in the log", "[sync][L15]") {
  World world;
  world.run();
  world.org().edit(3, "Net 60");
  world.run();
  CHECK(world.org().values[3] == "Net 30");
  REQUIRE(world.conflicts.size() == 1);
  CHECK(world.conflicts[0] == Conflict{2, Side::org, {"Net 60"}});
}

TEST_CASE("an account that was there before keeps what Nue has not", "[sync][R19]") {
  World world;
  world.nue().values = {"a", std::nullopt, std::nullopt, std::nullopt};
  world.org().values = {"b", "street", "city", std::nullopt};
  world.run();
  CHECK(world.nue().values == Snapshot{"b", "street", "city", std::nullopt});
  CHECK(world.org().values == world.nue().values);
  REQUIRE(world.conflicts.size() == 1);
  CHECK(world.conflicts[0].lost == Snapshot{"a"});
}

// Edits on both sides, then a pass that stops before effect `crash_at`, then a whole one.
World crashed_at(int crash_at, const std::function<void(World&)>& in_between) {
  World world;
  world.run();
  world.nue().edit(0, "n");
  world.org().edit(0, "o");
  world.org().edit(1, "Org Street");
  world.nue().edit(3, "Net 15");
  world.run(crash_at);
  in_between(world);
  world.run();
  return world;
}

TEST_CASE("a crash at any place changes neither the end nor the conflict log", "[sync][L14]") {
  const World expected = crashed_at(-1, [](World&) {});
  CHECK(expected.conflicts == std::vector{Conflict{0, Side::nue, {"n"}}});
  CHECK(expected.writes == 2);
  for (int crash_at = 0; crash_at < 8; ++crash_at) {
    CAPTURE(crash_at);
    const World world = crashed_at(crash_at, [](World&) {});
    CHECK(world.sides[0].values == expected.sides[0].values);
    CHECK(world.sides[1].values == expected.sides[0].values);
    CHECK(world.conflicts == expected.conflicts);
    CHECK(world.writes == 2);
  }
}

TEST_CASE("an edit made after a crash is not taken for our write, nor our write for an edit", "[sync][L8][L14]") {
  for (int crash_at = 0; crash_at < 8; ++crash_at) {
    CAPTURE(crash_at);
    const World world = crashed_at(crash_at, [](World& between) { between.nue().edit(1, "Later Street"); });
    // Whoever edits after the account's street arrived has seen it; before that, Salesforce's holds.
    const bool arrived = crash_at >= 5;
    CHECK(world.sides[0].values[1] == (arrived ? "Later Street" : "Org Street"));
    CHECK(world.sides[1].values == world.sides[0].values);
    CHECK(world.conflicts.size() == (arrived ? 1 : 2));
  }
}

TEST_CASE("a side that changed after it was read is read again", "[sync][L13]") {
  World world;
  world.run();
  world.nue().edit(0, "b");
  bool edited = false;
  const Effect end = world.run(-1, [&](int, Effect effect) {
    if (effect != Effect::write_org || edited) return;
    world.org().edit(0, "late");
    edited = true;
  });
  CHECK(end == Effect::finished);
  CHECK(world.nue().values[0] == "late");
  CHECK(world.org().values[0] == "late");
  CHECK(world.conflicts == std::vector{Conflict{0, Side::nue, {"b"}}});
}

TEST_CASE("a pass that never meets a quiet moment gives up", "[sync][C10]") {
  World world;
  world.run();
  world.nue().edit(0, "b");
  const Effect end = world.run(-1, [&](int, Effect effect) {
    if (effect == Effect::write_org) ++world.org().version;
  });
  CHECK(end == Effect::gave_up);
  CHECK(world.writes == 0);
}

TEST_CASE("what a side refuses for good holds the record", "[sync][L-07][R28][L17]") {
  Pass pass;
  const Plan units = plan();
  (void)step(units, pass, {.kind = EventKind::start});
  CHECK(step(units, pass, {.kind = EventKind::refused, .side = Side::org}) == std::vector{Effect::hold});
  CHECK(step(units, pass, {.kind = EventKind::refused, .side = Side::org}).empty());
}

TEST_CASE("an event that does not belong to the phase changes nothing", "[sync][L12]") {
  const Plan units = plan();
  Pass pass;
  for (const EventKind kind : {EventKind::read, EventKind::stored, EventKind::written, EventKind::changed}) {
    CHECK(step(units, pass, {.kind = kind}).empty());
    CHECK(pass.phase == Phase::idle);
  }
}

TEST_CASE("an event about a version that was seen is no news", "[sync][L12]") {
  Ledger ledger;
  ledger.versions = {4, 7};
  CHECK_FALSE(is_news(ledger, Side::org, 7));
  CHECK(is_news(ledger, Side::org, 8));
  CHECK(is_news(ledger, Side::nue, 5));
}

}  // namespace

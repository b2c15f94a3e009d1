/// Two stores that keep versions, and a pass between them, for the tests of the pass.
/// Depends on: sync/pass, Catch2.
#pragma once

#include <array>
#include <deque>
#include <functional>
#include <vector>

#include "tests/support/catch.hpp"
#include "vestibule/sync/pass.hpp"

namespace vestibule::test {

using namespace sync;

/// A profile field, an address of two fields, a billing field.
inline Plan plan() {
  return {{{catalogue::SyncClass::profile, 0, 1, false},
           {catalogue::SyncClass::address, 1, 2, false},
           {catalogue::SyncClass::billing, 3, 1, false}},
          {}};
}

struct Store {
  Snapshot values{"a", "street", "city", "Net 30"};
  std::uint64_t version = 1;
  std::uint64_t ours = 0;

  void edit(std::size_t place, const char* value) {
    values[place] = value;
    ++version;
  }
  // False when the record is at another version.
  bool write(const SideWrite& write) {
    if (write.version != version) return false;
    for (const Change& change : write.changes) values[change.place] = change.value;
    ours = ++version;
    return true;
  }
};

struct World {
  std::array<Store, 2> sides;
  Ledger ledger;
  std::vector<Conflict> conflicts;
  int writes = 0;

  Store& nue() { return sides[0]; }
  Store& org() { return sides[1]; }

  // Answers one effect; `before` is called first, with the effect.
  Event carry_out(Effect effect, const Pass& pass) {
    const Side side = effect == Effect::read_org || effect == Effect::write_org ? Side::org : Side::nue;
    Store& store = sides[static_cast<std::size_t>(side)];
    switch (effect) {
      case Effect::read_nue:
      case Effect::read_org:
        return {.kind = EventKind::read, .side = side, .reading = {store.values, store.version, store.ours}};
      case Effect::store:
        ledger = pass.ledger;
        conflicts.insert(conflicts.end(), pass.conflicts.begin(), pass.conflicts.end());
        return {.kind = EventKind::stored};
      case Effect::write_nue:
      case Effect::write_org:
        if (!store.write(changes_for(plan(), pass, side))) return {.kind = EventKind::changed, .side = side};
        ++writes;
        return {.kind = EventKind::written, .side = side, .version = store.version};
      default: return {.kind = EventKind::start};
    }
  }

  // Runs a pass; stops like a crash before effect number `crash_at`. `meanwhile` happens before each effect.
  Effect run(int crash_at = -1, const std::function<void(int, Effect)>& meanwhile = {}) {
    const Plan units = plan();
    Pass pass;
    std::deque<Effect> queue;
    const auto enqueue = [&](const Event& event) {
      for (const Effect effect : step(units, pass, event)) queue.push_back(effect);
    };
    enqueue({.kind = EventKind::start, .ledger = ledger});
    for (int number = 0;; ++number) {
      REQUIRE_FALSE(queue.empty());
      const Effect effect = queue.front();
      queue.pop_front();
      if (effect == Effect::finished || effect == Effect::gave_up || effect == Effect::hold) return effect;
      if (number == crash_at) return Effect::gave_up;
      if (meanwhile) meanwhile(number, effect);
      enqueue(carry_out(effect, pass));
    }
  }
};

}  // namespace vestibule::test

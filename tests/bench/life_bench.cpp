// Times what a customer's life is made of: transitions, merges, whole passes, the audit log; README.md says what it prints.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <string>
#include <utility>

#include "arguments.hpp"
#include "vestibule/audit/verify.hpp"
#include "vestibule/lifecycle/step.hpp"
#include "vestibule/sync/merge.hpp"
#include "vestibule/sync/pass.hpp"

namespace {

using namespace vestibule;
using Clock = std::chrono::steady_clock;

volatile std::size_t sink = 0;

double ns_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::nano>(Clock::now() - begin).count();
}

// ns for one of the `count` things that a call of `run` does.
template <class Run>
double measure(int milliseconds, std::size_t count, Run run) {
  run();
  const Clock::time_point begin = Clock::now();
  double calls = 0;
  do {
    run();
    calls += 1;
  } while (ns_since(begin) < milliseconds * 1e6);
  return ns_since(begin) / calls / static_cast<double>(count);
}

void print(const char* name, double ns) { std::printf("{\"case\":\"%s\",\"ns\":%.1f}\n", name, ns); }

ids::Uuid uuid(std::uint32_t number) {
  ids::Uuid id;
  for (std::size_t i = 0; i < 4; ++i) id.bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
  id.bytes[0] = 1;
  return id;
}

ids::SalesforceId account() { return ids::parse_salesforce_id("0015f00002JUZPD").value().id; }

std::array<lifecycle::Event, 6> a_life() {
  using lifecycle::EventKind;
  return {{{.kind = EventKind::created, .id = uuid(1)},
           {.kind = EventKind::order_activated, .order = uuid(2), .day = {2026, 3, 4}},
           {.kind = EventKind::link_set, .account = account()},
           {.kind = EventKind::account_deleted, .account = account(), .version = 2},
           {.kind = EventKind::account_undeleted, .account = account(), .version = 3},
           {.kind = EventKind::renewed, .order = uuid(3)}}};
}

void time_transitions(int milliseconds) {
  const auto events = a_life();
  print("transition", measure(milliseconds, events.size(), [&] {
          lifecycle::Life life;
          for (const lifecycle::Event& event : events) life = lifecycle::step(life, event).life;
          sink = static_cast<std::size_t>(life.link);
        }));
}

// Both sides agreed on "before"; one field was edited in Nue, another in Salesforce.
struct Sides {
  sync::Plan plan = sync::plan_of(catalogue::Entity::customer);
  sync::Snapshot base{plan.fields.size(), sync::Value{"before"}};
  sync::Snapshot nue = base;
  sync::Snapshot org = base;

  Sides() {
    nue[1] = "typed in Nue";
    org[2] = "typed in Salesforce";
  }
};

void time_merges(int milliseconds) {
  const Sides sides;
  print("merge of a field or address", measure(milliseconds, sides.plan.units.size(), [&] {
          for (const sync::Unit& unit : sides.plan.units) {
            const auto part = [&](const sync::Snapshot& all) {
              return std::span<const sync::Value>{all}.subspan(unit.first, unit.count);
            };
            sink =
                static_cast<std::size_t>(sync::merge(unit, part(sides.base), part(sides.nue), part(sides.org)).winner);
          }
        }));
}

// What a host does, with both sides in memory.
void run_pass(const Sides& sides) {
  sync::Pass pass;
  std::array<sync::Reading, 2> stored{{{sides.nue, 2, std::nullopt}, {sides.org, 2, std::nullopt}}};
  sync::Ledger ledger;
  ledger.base = sides.base;
  std::vector<sync::Effect> queue = sync::step(sides.plan, pass, {.kind = sync::EventKind::start, .ledger = ledger});
  for (std::size_t next = 0; next < queue.size(); ++next) {
    sync::Event event{.kind = sync::EventKind::stored};
    const sync::Effect effect = queue[next];
    const bool is_org = effect == sync::Effect::read_org || effect == sync::Effect::write_org;
    const auto side = is_org ? sync::Side::org : sync::Side::nue;
    sync::Reading& there = stored[static_cast<std::size_t>(side)];
    switch (effect) {
      case sync::Effect::read_nue:
      case sync::Effect::read_org: event = {.kind = sync::EventKind::read, .side = side, .reading = there}; break;
      case sync::Effect::write_nue:
      case sync::Effect::write_org:
        for (const sync::Change& change : sync::changes_for(sides.plan, pass, side).changes) {
          there.values[change.place] = change.value;
        }
        event = {.kind = sync::EventKind::written, .side = side, .version = ++there.version};
        break;
      case sync::Effect::store: break;
      default: sink = stored[0].values.size(); return;
    }
    for (const sync::Effect more : sync::step(sides.plan, pass, event)) queue.push_back(more);
  }
}

void time_passes(int milliseconds) {
  const Sides sides;
  print("pass over a customer edited on both sides", measure(milliseconds, 1, [&] { run_pass(sides); }));
}

constexpr std::uint32_t customers = 10'000;
constexpr std::uint32_t entries_each = 100;
constexpr std::uint32_t piece = 1'000;

audit::Entry entry_of(std::uint32_t number) {
  const std::uint32_t turn = number / customers;
  audit::Entry entry{.time = 1'770'000'000'000U + number,
                     .actor = "api",
                     .customer = uuid(number % customers + 1),
                     .cause = {},
                     .event = {},
                     .outcome = {},
                     .because = {},
                     .changes = {}};
  if (turn == 0) {
    entry.event = lifecycle::Event{.kind = lifecycle::EventKind::created, .id = entry.customer};
  } else {
    entry.changes = {{"billingCity", std::string(32, '0'), std::string(32, '1')}, {"phone", "", std::string(32, '2')}};
  }
  return entry;
}

void time_audit() {
  audit::Head head;
  audit::Verifier verifier;
  double append_ns = 0;
  double verify_ns = 0;
  double bytes = 0;
  std::string log;
  for (std::uint32_t number = 0; number < customers * entries_each; number += piece) {
    log.clear();
    const Clock::time_point begin = Clock::now();
    for (std::uint32_t i = 0; i < piece; ++i) audit::append(log, head, entry_of(number + i));
    append_ns += ns_since(begin);
    const Clock::time_point verify_begin = Clock::now();
    if (verifier.add_all(log)) {
      std::fputs("life_bench: a log that was just written does not verify\n", stderr);
      std::exit(1);
    }
    verify_ns += ns_since(verify_begin);
    bytes += static_cast<double>(log.size());
  }
  constexpr double count = customers * entries_each;
  print("append to the audit log", append_ns / count);
  print("verify an entry of the audit log", verify_ns / count);
  std::printf("{\"case\":\"audit log of 1,000,000 entries\",\"seconds\":%.2f,\"bytes\":%.0f}\n", verify_ns / 1e9,
              bytes);
}

}  // namespace

int main(int count, char** arguments) {
  int milliseconds = 0;
  if (count != 2 || !bench::read_number(arguments[1], milliseconds)) {
    std::fputs("usage: life_bench <milliseconds>\n", stderr);
    return 2;
  }
  time_transitions(milliseconds);
  time_merges(milliseconds);
  time_passes(milliseconds);
  time_audit();
  return 0;
}

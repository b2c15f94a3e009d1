#include "moves.hpp"

#include <algorithm>

#include "mutants.hpp"

namespace vestibule::exploration::create {
namespace {

using gateway::Effect;
using gateway::EventKind;
using gateway::Intent;
using gateway::State;

constexpr Millis day = 24 * 3'600'000;

void note_break(World& world, const char* rule) {
  if (world.broken.empty()) world.broken = rule;
}

// C3: every create before the next one has ended, or has left no trace for the whole horizon.
void look_at_send(World& world, const Rules& rules) {
  for (const Create& create : world.creates) {
    const bool old = world.now >= create.sent_at + policy_of(rules).horizon;
    if (create.fate != Fate::dead && !old) note_break(world, "C3 a create is sent beside another one");
  }
}

// C1, C16.
void look_at_binding(World& world) {
  const Intent& intent = world.intent;
  if (intent.state != State::created) {
    if (world.bound != 0) note_break(world, "C1 a binding was given up");
    return;
  }
  if (intent.customer_id == "foreign") return note_break(world, "C16 bound to a record of somebody else");
  const auto bound = static_cast<std::uint8_t>(1 + intent.customer_id.back() - '0');
  if (world.bound != 0 && world.bound != bound) note_break(world, "C1 a binding changed");
  world.bound = bound;
}

// Stores what the step says, then lets the worker do it.
bool take(World& world, const Rules& rules, std::size_t number, gateway::Event event) {
  event.now = world.now;
  Worker& worker = world.workers[number];
  const gateway::Step step = gateway::step(world.intent, event, policy_of(rules));
  worker = {};
  if (step.outcome == gateway::Outcome::ignored) return false;
  if (event.kind != EventKind::start && mutant != Mutant::no_epoch_check && event.epoch != world.intent.epoch) {
    note_break(world, "C4 a run that is not the newest changed something");
  }
  const bool sends = step.effects.has(Effect::send);
  if (sends) look_at_send(world, rules);
  world.intent = step.intent;
  look_at_binding(world);
  if (sends) worker.doing = Doing::holding;
  if (step.effects.has(Effect::probe)) worker.doing = Doing::asking;
  if (worker.doing == Doing::nothing) return true;
  worker.epoch = step.intent.epoch;
  worker.lease_until = step.intent.lease_until;
  if (sends) worker.sent_at = step.intent.sent_at;
  return true;
}

bool busy(const World& world, std::size_t number) { return world.workers[number].doing != Doing::nothing; }

void leave(World& world, Worker& worker, Millis sent_at) {
  worker.create = static_cast<std::uint8_t>(world.creates.size());
  world.creates.push_back({Fate::travelling, sent_at});
  worker.doing = Doing::awaiting;
}

// A run begins; beside another one that is alive only as often as leases may be lost.
bool start(World& world, const Rules& rules, std::size_t number) {
  if (rules.single_owner && number > 0) return false;
  if (busy(world, number)) return false;
  const bool beside = !rules.single_owner && busy(world, 1 - number);
  if (beside && world.budget.losses == 0) return false;
  if constexpr (mutant == Mutant::send_unrecorded) {
    const gateway::Step step =
        gateway::step(world.intent, {.kind = EventKind::start, .now = world.now}, policy_of(rules));
    if (step.effects.has(Effect::send)) {
      if (world.creates.size() == create_max) return false;
      if (step.intent.sends > world.intent.sends) note_break(world, "C2 a create left that is on no record");
      leave(world, world.workers[number], world.now);
      world.workers[number].doing = Doing::unsaved;
      return true;
    }
  }
  if (!take(world, rules, number, {.kind = EventKind::start})) return false;
  if (beside) --world.budget.losses;
  return true;
}

}  // namespace

World first_world(const Rules& rules) {
  World world;
  world.now = 1'000'000'000;
  (rules.contact ? world.intent.owner : world.intent.token) = "0123456789ABCDEFGHJKMNPQRS";
  if (rules.contact) world.intent.sent_at = world.now;
  return world;
}

bool request(World& world, const Rules& rules, std::size_t worker) {
  if (world.budget.requests == 0) return false;
  World next = world;
  next.claimed = true;  // inserted if absent: the second of two at once finds the first one's
  if (!start(next, rules, worker)) return false;
  --next.budget.requests;
  world = std::move(next);
  return true;
}

bool alarm(World& world, const Rules& rules, std::size_t worker) {
  if (!world.claimed || world.intent.due_at == 0 || world.now < world.intent.due_at) return false;
  World next = world;
  if (!start(next, rules, worker)) return false;
  world = std::move(next);
  return true;
}

bool save(World& world, const Rules& rules, std::size_t number) {
  Worker& worker = world.workers[number];
  if (worker.doing != Doing::unsaved) return false;
  const Worker sent = worker;
  if (!take(world, rules, number, {.kind = EventKind::start})) return true;
  worker.doing = Doing::awaiting;
  worker.create = sent.create;
  return true;
}

bool wire(World& world, const Rules& rules, std::size_t number) {
  Worker& worker = world.workers[number];
  if (worker.doing != Doing::holding) return false;
  const bool late = world.now + policy_of(rules).upstream >= worker.lease_until;
  if (rules.sends_in_time && late) {
    take(world, rules, number, {.kind = EventKind::not_begun, .epoch = worker.epoch});
    return true;
  }
  if (world.creates.size() == create_max) return false;
  if (world.intent.sends == 0) note_break(world, "C2 a create left that is on no record");
  leave(world, worker, rules.sends_in_time ? worker.sent_at : world.now);
  return true;
}

bool reply(World& world, const Rules& rules, std::size_t number, Reply kind) {
  const Worker worker = world.workers[number];
  if (worker.doing != Doing::awaiting) return false;
  Create& create = world.creates[worker.create];
  const bool executed = create.fate == Fate::hidden || create.fate == Fate::shown;
  nue::Answer answer;
  switch (kind) {
    case Reply::accepted:
      if (!executed) return false;
      answer = records(static_cast<std::uint8_t>(1U << worker.create));
      break;
    case Reply::lost: break;  // whatever has become of it
    case Reply::refused:
    case Reply::put_off:
    case Reply::failed:
      if (create.fate != Fate::travelling) return false;
      if (kind == Reply::put_off && world.budget.delays == 0) return false;
      if (kind == Reply::put_off) --world.budget.delays;
      create.fate = Fate::dead;
      answer.status = kind == Reply::refused ? 422 : kind == Reply::put_off ? 429 : 503;
      answer.readable = true;
      break;
    case Reply::foreign:
      if (world.budget.lies == 0) return false;
      --world.budget.lies;
      answer = records(1);
      answer.rows.front().id = "foreign";
      answer.rows.front().mark = "another";
      break;
  }
  take(world, rules, number, {.kind = EventKind::send_answered, .epoch = worker.epoch, .answer = std::move(answer)});
  return true;
}

bool search(World& world, const Rules&, std::size_t number, Found found) {
  Worker& worker = world.workers[number];
  if (worker.doing != Doing::asking) return false;
  std::uint8_t* budget = found == Found::foreign ? &world.budget.lies : &world.budget.silences;
  if (found != Found::records) {
    if (*budget == 0) return false;
    --*budget;
  }
  worker.doing = Doing::told;
  worker.found = found;
  for (std::size_t i = 0; i < world.creates.size(); ++i) {
    if (found == Found::records && world.creates[i].fate == Fate::shown) {
      worker.seen = static_cast<std::uint8_t>(worker.seen | 1U << i);
    }
  }
  return true;
}

bool tell(World& world, const Rules& rules, std::size_t number) {
  const Worker worker = world.workers[number];
  if (worker.doing != Doing::told) return false;
  nue::Answer answer;
  if (worker.found == Found::records) answer = records(worker.seen);
  if (worker.found == Found::foreign) {
    answer = records(1);
    answer.rows.front().id = "foreign";
    answer.rows.front().mark = "another";
  }
  take(world, rules, number, {.kind = EventKind::probe_answered, .epoch = worker.epoch, .answer = std::move(answer)});
  return true;
}

bool crash(World& world, const Rules&, std::size_t number) {
  if (!busy(world, number) || world.budget.crashes == 0) return false;
  --world.budget.crashes;
  world.workers[number] = {};
  return true;
}

bool execute(World& world, const Rules& rules, std::size_t number) {
  if (number >= world.creates.size()) return false;
  Create& create = world.creates[number];
  if (create.fate != Fate::travelling) return false;
  if (rules.dies_in_time && world.now >= create.sent_at + policy_of(rules).horizon) return false;
  create.fate = Fate::hidden;
  return true;
}

bool show(World& world, const Rules&, std::size_t number) {
  if (number >= world.creates.size() || world.creates[number].fate != Fate::hidden) return false;
  world.creates[number].fate = Fate::shown;
  return true;
}

bool die(World& world, const Rules&, std::size_t number) {
  if (number >= world.creates.size() || world.creates[number].fate != Fate::travelling) return false;
  world.creates[number].fate = Fate::dead;
  return true;
}

// To the next moment at which anything is different. What has to happen in time happens before.
bool advance(World& world, const Rules& rules) {
  const gateway::Policy policy = policy_of(rules);
  Millis next = 0;
  const auto consider = [&](Millis moment) {
    if (moment > world.now && (next == 0 || moment < next)) next = moment;
  };
  if (world.claimed) consider(world.intent.due_at);
  consider(world.intent.lease_until);
  for (const Worker& worker : world.workers) {
    if (worker.doing == Doing::holding) consider(worker.lease_until - policy.upstream);
  }
  for (const Create& create : world.creates) {
    if (create.fate != Fate::dead) consider(create.sent_at + policy.horizon);
  }
  if (next == 0) return false;
  for (const Create& create : world.creates) {
    // Without the assumption it still does not take days.
    const Millis dies = create.sent_at + (rules.dies_in_time ? policy.horizon : day / 2);
    const Millis shows = create.sent_at + (rules.shows_in_time ? policy.horizon : day / 2);
    if (create.fate == Fate::travelling && next >= dies) return false;
    if (create.fate == Fate::hidden && next >= shows) return false;
  }
  world.now = next;
  return true;
}

void calm_down(World& world, const Rules& rules) {
  world.workers = {};
  for (Create& create : world.creates) {
    if (create.fate != Fate::dead) create.fate = Fate::shown;
  }
  world.budget = {.requests = 0, .crashes = 0, .losses = 0, .silences = 0, .lies = 0, .delays = 0};
  for (int steps = 0; steps < 200 && world.intent.due_at != 0; ++steps) {
    world.now = std::max(world.now, world.intent.due_at);
    if (!alarm(world, rules, 0)) break;
    while (busy(world, 0)) {
      save(world, rules, 0);
      if (world.creates.size() == create_max && world.workers[0].doing == Doing::holding) return;
      wire(world, rules, 0);
      if (world.workers[0].doing == Doing::awaiting) {
        world.creates[world.workers[0].create].fate = Fate::shown;
        reply(world, rules, 0, Reply::accepted);
      }
      search(world, rules, 0, Found::records);
      tell(world, rules, 0);
    }
  }
}

}  // namespace vestibule::exploration::create

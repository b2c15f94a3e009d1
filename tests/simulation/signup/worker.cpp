#include "signup/worker.hpp"

#include <algorithm>
#include <utility>

#include "mutants.hpp"

namespace vestibule::simulation::creation {
namespace {

using gateway::Effect;
using gateway::EventKind;
using gateway::State;

constexpr Time disk_delay = 2;
constexpr Time retry_after_max = 300 * second;

// What is stored for good, and repeated byte for byte.
Answer response_of(const gateway::Intent& intent) {
  if (intent.state == State::created) {
    return {.status = 201, .whole = true, .body = intent.customer_id + " " + intent.account_number};
  }
  if (intent.state == State::rejected) return {.status = 422, .whole = true, .code = "upstream.refused"};
  return {};
}

}  // namespace

void Worker::later(std::function<void()> step) {
  office_.run.scheduler.after(disk_delay, [this, life = life_, step = std::move(step)] {
    if (life != life_ || !alive_) return;
    if (still_until_ > office_.run.now()) {
      return office_.run.scheduler.after(still_until_ - office_.run.now(), [this, life, step] {
        if (life == life_ && alive_) step();
      });
    }
    if (const std::optional<Fault> fault = office_.run.faults.at(Site::step)) {
      office_.run.log.add(office_.run.now(), "fault worker", number_, to_string(*fault));
      // One that stands still goes on with what it had, which may be long over.
      if (fault->amount % 3 != 0 || office_.policy.single_owner) return die(*fault);
      still_until_ = office_.run.now() + fault->amount;
      return office_.run.scheduler.after(fault->amount, [this, life, step] {
        if (life == life_ && alive_) step();
      });
    }
    step();
  });
}

void Worker::die(const Fault& fault) {
  alive_ = false;
  ++life_;
  running_.clear();
  pressure_ = {};
  office_.judge.forgot(number_);
  on_death();
  office_.run.scheduler.after(fault.amount, [this] { start(); });
}

void Worker::run_intent(const std::string& key) {
  if (!running_.insert(key).second) return;
  if constexpr (mutant == Mutant::send_unrecorded) send_unrecorded(key);
  later([this, key] { take(key, {.kind = EventKind::start}); });
}

bool Worker::has_due_probe() const {
  const std::uint64_t now = office_.clock.wall();
  return std::any_of(office_.store.begin(), office_.store.end(), [&](const auto& entry) {
    const gateway::Intent& intent = entry.second.machine;
    return intent.state == State::unknown && intent.due_at != 0 && intent.due_at <= now;
  });
}

bool Worker::passes(gateway::Call call, bool probe_waits) {
  const std::uint64_t now = office_.clock.wall();
  if (!gateway::lets_pass(pressure_, call, now, probe_waits)) return false;
  office_.judge.passed(number_, call, now);
  return true;
}

// A contact is searched for by its e-mail, whatever the slot.
gateway::Policy Worker::policy_for(const gateway::Intent& intent) const {
  gateway::Policy policy = office_.policy;
  policy.has_slot = policy.has_slot || !intent.owner.empty();
  return policy;
}

void Worker::take(const std::string& key, gateway::Event event) {
  Kept& kept = office_.store.at(key);
  event.now = office_.clock.wall();
  event.random = random();
  const gateway::Policy policy = policy_for(kept.machine);
  gateway::Step step = gateway::step(kept.machine, event, policy);
  if (step.effects.has(Effect::send)) {
    const bool closed = gateway::breaker_of(pressure_, event.now) == gateway::Breaker::closed;
    const auto call = kept.machine.sends == 0 ? gateway::Call::create : gateway::Call::retry;
    if (!passes(call, !closed && has_due_probe())) {
      event.may_send = false;
      step = gateway::step(kept.machine, event, policy);
    }
  }
  office_.run.log.add(office_.run.now(), "worker", number_, key, gateway::to_string(event.kind), "status",
                      event.answer.status, gateway::to_string(kept.machine.state),
                      gateway::to_string(step.intent.state), gateway::to_string(step.because), step.intent.epoch,
                      step.intent.sends);
  office_.judge.stepped(key, kept.machine, event, step);
  if (step.outcome == gateway::Outcome::ignored) return end(key);
  write(key, kept, step);
  carry_out(key, step);
}

// With a customer that is bound, the intent of its contact is there: one transaction.
void Worker::write(const std::string& key, Kept& kept, const gateway::Step& step, gateway::State contact) {
  const bool is_contact = !step.intent.owner.empty();
  const bool has_contact = !is_contact && kept.has_contact;
  kept.machine = step.intent;
  kept.written = office_.clock.wall();
  if (step.effects.has(Effect::send)) kept.recorded = office_.run.now();
  if (step.effects.has(Effect::erase_payload)) kept.has_payload = false;
  const bool is_held_up = mutant == Mutant::answer_after_contact && has_contact;
  if (kept.response.status == 0 && !is_contact && !is_held_up) kept.response = response_of(step.intent);
  on_write(key);
  if (!has_contact) return;
  if (mutant == Mutant::contact_early && step.intent.state == State::sent) follow(key, step.intent.token, contact);
  if (!gateway::is_final(step.intent)) return;
  kept.has_contact = false;
  if constexpr (mutant == Mutant::contact_apart) {
    return later([this, key, owner = step.intent.customer_id, contact] { follow(key, owner, contact); });
  }
  follow(key, step.intent.customer_id, contact);
}

// Of a customer that was refused nothing is left of its contact.
void Worker::follow(const std::string& signup, const std::string& owner, State state) {
  if (owner.empty()) return;
  const std::string key = contact_key(signup);
  const auto [place, is_new] = office_.store.try_emplace(key);
  if (!is_new) return;
  Kept& contact = place->second;
  const std::uint64_t now = office_.clock.wall();
  contact.machine.state = state;
  contact.machine.owner = owner;
  contact.machine.sent_at = now;
  (state == State::parked ? contact.machine.settled_at : contact.machine.due_at) = now;
  contact.answers = office_.store.at(signup).answers;
  contact.written = now;
  office_.judge.followed(key, signup, owner, contact.answers);
  on_write(key);
}

void Worker::relink(const std::string& key, const std::string& id) {
  Kept& kept = office_.store.at(key);
  const gateway::Event event{
      .kind = EventKind::relinked, .now = office_.clock.wall(), .random = random(), .customer_id = id};
  const gateway::Step step = gateway::step(kept.machine, event, policy_for(kept.machine));
  office_.run.log.add(office_.run.now(), "relink", key, id, gateway::to_string(kept.machine.state),
                      gateway::to_string(step.because));
  office_.judge.relinked(key, kept.machine, step);
  // Which person the contact became is not said with the customer.
  if (step.outcome == gateway::Outcome::applied) write(key, kept, step, State::parked);
}

void Worker::carry_out(const std::string& key, const gateway::Step& step) {
  if (step.effects.has(Effect::send)) return later([this, key, intent = step.intent] { first_byte(key, intent); });
  if (step.effects.has(Effect::probe)) return later([this, key, intent = step.intent] { probe(key, intent); });
  end(key);
}

void Worker::end(const std::string& key) {
  running_.erase(key);
  on_end(key);
}

void Worker::first_byte(const std::string& key, const gateway::Intent& intent) {
  if (office_.clock.wall() + office_.policy.upstream >= intent.lease_until) {
    return later([this, key, epoch = intent.epoch] {
      office_.judge.ended(key);
      take(key, {.kind = EventKind::not_begun, .epoch = epoch});
    });
  }
  send(key, intent, office_.store.at(key).recorded, [this, key, epoch = intent.epoch](nue::Answer answer) {
    if (answer.status == 429) office_.judge.ended(key);
    later([this, key, epoch, answer = std::move(answer)] {
      take(key, {.kind = EventKind::send_answered, .epoch = epoch, .answer = answer});
    });
  });
}

void Worker::send(const std::string& key, const gateway::Intent& intent, Time recorded,
                  std::function<void(nue::Answer)> done) {
  const Kept& kept = office_.store.at(key);
  if (!kept.has_payload) office_.run.fail("C2 a create without the answers");
  office_.judge.leaves(key, kept.machine, recorded);
  office_.to_nue.ask(
      office_.policy.upstream,
      [this, key, intent, recorded](const Reply& reply) { reply(create(key, intent, recorded)); },
      [this, life = life_, done = std::move(done)](const Answer& answer) {
        if (life == life_) done(heard(answer));
      });
}

Answer Worker::create(const std::string& key, const gateway::Intent& intent, Time recorded) {
  const Answers answers = office_.store.at(key).answers;
  if (intent.owner.empty()) return office_.nue.create({intent.token, answers, recorded});
  return office_.nue.create_contact({key, intent.owner, answers, recorded});
}

// Of a contact that is bound, what was typed is erased: those of its customer are looked through for another one with its e-mail.
Answer Worker::search(const gateway::Intent& intent, Answers answers) {
  if (intent.owner.empty()) return office_.nue.search(intent.token);
  const bool is_bound = !intent.customer_id.empty();
  Answer found = office_.nue.search_contacts(is_bound ? office_.nue.email_of(intent.customer_id) : contact_in(answers));
  if (is_bound) std::erase_if(found.rows, [&](const nue::Row& row) { return row.mark != intent.owner; });
  return found;
}

void Worker::probe(const std::string& key, const gateway::Intent& intent) {
  const auto told = [this, key, epoch = intent.epoch, life = life_](const nue::Answer& answer) {
    if (life != life_) return;
    later([this, key, epoch, answer] {
      take(key, {.kind = EventKind::probe_answered, .epoch = epoch, .answer = answer});
    });
  };
  // A breaker that is open answers for Nue: nothing is known.
  if (!passes(gateway::Call::probe, false)) return told({});
  const Answers answers = office_.store.at(key).answers;
  office_.to_nue.ask(
      office_.policy.upstream, [this, intent, answers](const Reply& reply) { reply(search(intent, answers)); },
      [this, told, life = life_, of = intent.owner.empty() ? "" : contact_in(answers)](Answer answer) {
        if (life != life_) return;
        // A record that is no contact with the e-mail is nobody's.
        for (nue::Row& row : answer.rows) {
          if (!of.empty() && office_.nue.email_of(row.id) != of) row.mark.clear();
        }
        told(heard(answer));
      });
}

nue::Answer Worker::heard(const Answer& answer) {
  const Time seconds = answer.retry_after / second;
  const nue::Answer given{.status = answer.status,
                          .readable = answer.whole,
                          .success = answer.success,
                          .retry_after = seconds > 0 ? std::to_string(seconds) : std::string{},
                          .rows = answer.rows};
  gateway::note(pressure_, given, office_.clock.wall(), random());
  if (answer.status == 429 || answer.status == 503) {
    office_.judge.paused(number_, office_.clock.wall() + std::min(answer.retry_after, retry_after_max));
  }
  return given;
}

// Compiled-in mistake: the first byte leaves before its record is on the disk.
void Worker::send_unrecorded(const std::string& key) {
  const Kept& kept = office_.store.at(key);
  const gateway::Step step =
      gateway::step(kept.machine, {.kind = EventKind::start, .now = office_.clock.wall()}, office_.policy);
  if (!step.effects.has(Effect::send)) return;
  send(key, step.intent, office_.run.now(), [](const nue::Answer&) {});
}

}  // namespace vestibule::simulation::creation

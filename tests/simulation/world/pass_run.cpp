// A worker's way through the core's pass: carries out one effect after the other and answers each.
#include "vestibule/sync/contact.hpp"
#include "world/host.hpp"
#include "world/worker.hpp"

namespace vestibule::simulation {

using sync::Effect;
using sync::EventKind;
using sync::Side;

bool Worker::may_go_on() const {
  const bool may_write = is_contact() ? sync::work_for_contact(life(), true) == sync::ContactWork::compare
                                      : lifecycle::may_write_account(life());
  return leads() && may_write && host_.nue.tie_of(job_.key) == job_.tie;
}

void Worker::start_pass() { step({.kind = EventKind::start, .ledger = record().ledger}); }

void Worker::step(const sync::Event& event) {
  for (const Effect effect : sync::step(plan(job_.key.entity), job_.pass, event)) job_.effects.push_back(effect);
  if (job_.effects.empty()) return end(End::done);
  host_.later(1, [this] {
    const Effect effect = job_.effects.front();
    job_.effects.pop_front();
    carry_out(effect);
  });
}

void Worker::carry_out(Effect effect) {
  switch (effect) {
    case Effect::read_nue: return read_nue();
    case Effect::read_org: return read_org();
    case Effect::store: return store();
    case Effect::write_nue: return write_nue();
    case Effect::write_org: return write_org();
    case Effect::finished: return end(End::done);
    case Effect::gave_up: return end(End::later);
    case Effect::hold: return end(End::held);
  }
}

void Worker::unreachable(const Understood& understood) {
  job_.retry_after = understood.retry_after;
  step({.kind = EventKind::unreachable, .side = Side::org});
}

void Worker::read_nue() {
  step({.kind = EventKind::read, .side = Side::nue, .reading = {record().values, record().version, record().ours}});
}

void Worker::read_org() {
  host_.ask({.kind = Request::Kind::read, .record = job_.tie}, [this](const Answer* answer) {
    const Understood understood = understand(answer, [this](const OrgRecord& read) { return read.id == job_.tie; });
    if (understood.said == Said::missing) return seen(understood.record);
    if (understood.said != Said::done) return unreachable(understood);
    const OrgRecord& read = *understood.record;
    step({.kind = EventKind::read,
          .side = Side::org,
          .reading = {read.values, read.version, read.ours},
          .hint = host_.hint_of(job_.key)});
  });
}

void Worker::store() {
  host_.submit(
      [this] {
        job_.answer = {.kind = EventKind::unreachable};
        if (!may_go_on()) return;
        job_.answer.kind = EventKind::stored;
        host_.nue.store(job_.key, job_.pass.ledger, job_.pass.conflicts);
      },
      [this] { step(job_.answer); });
}

void Worker::write_nue() {
  host_.submit(
      [this] {
        job_.answer = {.kind = EventKind::unreachable, .side = Side::nue};
        if (!may_go_on()) return;
        const bool written = host_.nue.write(job_.key, sync::changes_for(plan(job_.key.entity), job_.pass, Side::nue));
        job_.answer.kind = written ? EventKind::written : EventKind::changed;
        job_.answer.version = record().version;
      },
      [this] { step(job_.answer); });
}

void Worker::write_org() {
  if (!may_go_on()) return step({.kind = EventKind::unreachable, .side = Side::org});
  const sync::SideWrite write = sync::changes_for(plan(job_.key.entity), job_.pass, Side::org);
  host_.run.log.add(host_.run.now(), is_contact() ? "contact" : "customer", job_.key.number, "is written to the org at",
                    write.version);
  host_.ask({.kind = Request::Kind::change, .record = job_.tie, .write = write}, [this](const Answer* answer) {
    const Understood understood = understand(answer, [this](const OrgRecord& read) { return read.id == job_.tie; });
    switch (understood.said) {
      case Said::done:
        return step({.kind = EventKind::written, .side = Side::org, .version = understood.record->version});
      case Said::changed: return step({.kind = EventKind::changed, .side = Side::org});
      case Said::refused: return step({.kind = EventKind::refused, .side = Side::org});
      case Said::missing: return seen(understood.record);
      case Said::unknown: return unreachable(understood);
    }
  });
}

}  // namespace vestibule::simulation

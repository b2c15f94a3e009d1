#include "world/worker.hpp"

#include <algorithm>

#include "vestibule/lifecycle/overdue.hpp"
#include "vestibule/sync/contact.hpp"
#include "world/host.hpp"

namespace vestibule::simulation {
namespace {

constexpr std::uint64_t lease = 30 * second;
constexpr std::uint64_t first_retry = 500;
constexpr std::uint64_t last_retry = 15 * minute;

std::uint64_t backoff(std::uint32_t attempts) {
  return std::min(last_retry, first_retry << std::min<std::uint32_t>(attempts, 12));
}

}  // namespace

void Worker::look_for_work() {
  if (busy_) return;
  std::optional<Key> first;
  std::uint64_t when = 0;
  for (const Key& key : host_.nue.keys()) {
    const Task& task = host_.nue.record(key).task;
    if (!task.wanted) continue;
    const std::uint64_t ready = std::max(task.due, task.leased_until);
    if (first && ready >= when) continue;
    first = key;
    when = ready;
  }
  if (!first) return;
  if (when <= host_.clock.wall()) return take(*first);
  sleep(when - host_.clock.wall());
}

void Worker::sleep(Time delay) {
  const Time until = host_.run.now() + delay;
  if (wakes_at_ != 0 && wakes_at_ <= until) return;
  wakes_at_ = until;
  host_.later(delay, [this, until] {
    if (wakes_at_ != until) return;  // woken earlier, by another one
    wakes_at_ = 0;
    look_for_work();
  });
}

void Worker::take(const Key& key) {
  busy_ = true;
  job_ = {.key = key, .tie = {}, .pass = {}, .effects = {}, .answer = {}};
  host_.submit(
      [this] {
        Task& task = host_.nue.task(job_.key);
        if (!task.wanted || std::max(task.due, task.leased_until) > host_.clock.wall()) return;
        task.leased_until = host_.clock.wall() + lease;
        job_.epoch = ++task.epoch;
        job_.asked = task.asked;
      },
      [this] {
        if (job_.epoch != 0) return begin();
        busy_ = false;
        look_for_work();
      });
}

const Record& Worker::record() const { return host_.nue.record(job_.key); }
const lifecycle::Life& Worker::life() const { return host_.nue.life(job_.key); }

bool Worker::leads() const { return record().task.epoch == job_.epoch; }

void Worker::begin() {
  if (may_make()) return make();
  const auto tie = host_.nue.tie_of(job_.key);
  if (!tie) return end(End::done);
  job_.tie = *tie;
  if (is_contact()) {
    return sync::work_for_contact(life(), true) == sync::ContactWork::compare ? start_pass() : end(End::done);
  }
  if (lifecycle::may_write_account(life())) return start_pass();
  look();
}

// A task that was asked for again meanwhile stays.
void Worker::end(End how) {
  host_.submit(
      [this, how] {
        if (!leads()) return;
        Task& task = host_.nue.task(job_.key);
        task.leased_until = 0;
        if (how == End::later) {
          task.due = host_.clock.wall() + std::max<std::uint64_t>(backoff(task.attempts++), job_.retry_after);
          return;
        }
        task.attempts = 0;
        if (how == End::held && is_contact()) {
          if (task.asked == job_.asked) task.due = host_.clock.wall() + sync::refused_contact_ms;
          return;
        }
        if (task.asked == job_.asked) task.wanted = false;
        if (how == End::held) tell({.kind = lifecycle::EventKind::sync_failed, .permanent = true});
      },
      [this] {
        busy_ = false;
        look_for_work();
      });
}

void Worker::later(const Understood& understood) {
  job_.retry_after = understood.retry_after;
  end(End::later);
}

void Worker::tell(const lifecycle::Event& event) { host_.nue.tell(job_.key.number, event, "sync"); }

bool Worker::may_make() const {
  if (!is_contact()) return lifecycle::is_waiting(life());
  const bool made = host_.nue.tie_of(job_.key).has_value();
  return sync::work_for_contact(life(), made) == sync::ContactWork::make;
}

// What it is made of is stored before it is asked for, and asked for again as it was.
void Worker::make() {
  host_.submit(
      [this] {
        if (!leads() || !record().ledger.base.empty()) return;
        host_.nue.store(job_.key, sync::for_new_account(record().values, record().version));
      },
      [this] {
        if (!leads() || !may_make()) return end(End::later);
        host_.ask({.kind = Request::Kind::create,
                   .key = job_.key,
                   .parent = is_contact() ? life().account : std::nullopt,
                   .values = record().ledger.base},
                  [this](const Answer* answer) {
                    const Understood understood =
                        understand(answer, [this](const OrgRecord& made) { return made.key == job_.key; });
                    if (understood.said == Said::done) return made(*understood.record);
                    if (understood.said != Said::refused) return later(understood);
                    // What it was to be made of will never be taken; a person may put it right.
                    host_.submit([this] {
                      if (leads()) host_.nue.store(job_.key, {});
                    });
                    end(End::held);
                  });
      });
}

void Worker::made(const OrgRecord& record) {
  host_.submit(
      [this, id = record.id] {
        if (!leads()) return;
        if (is_contact()) return host_.nue.tie_contact(job_.key.number, id);
        const auto holder = host_.nue.holder_of(id);
        tell({.kind = lifecycle::EventKind::link_set,
              .account = id,
              .source = lifecycle::Source::sync,
              .taken = holder && *holder != job_.key.number});
      },
      [this] { end(End::done); });
}

void Worker::look() {
  host_.ask({.kind = Request::Kind::read, .record = job_.tie}, [this](const Answer* answer) {
    const Understood understood = understand(answer, [this](const OrgRecord& record) { return record.id == job_.tie; });
    if (understood.said != Said::done && understood.said != Said::missing) return later(understood);
    seen(understood.record);
  });
}

void Worker::seen(const OrgRecord* record) {
  // A contact that was deleted there stays in Nue as it is (L16).
  if (is_contact()) return end(End::done);
  if (record != nullptr && record->deleted && record->master) {
    const ids::SalesforceId master = *record->master;
    host_.submit([this, master] { host_.nue.note_merge(job_.tie, master); }, [this, master] { follow(master); });
    return;
  }
  lifecycle::Event event{.kind = lifecycle::EventKind::account_missing, .account = job_.tie};
  if (record != nullptr) {
    event.kind = record->deleted ? lifecycle::EventKind::account_deleted : lifecycle::EventKind::account_undeleted;
    event.version = record->version;
  } else if (host_.nue.row(job_.key.number).suspended_at < host_.clock.wall()) {
    event.days = static_cast<std::uint32_t>((host_.clock.wall() - host_.nue.row(job_.key.number).suspended_at) / day);
  }
  const bool nothing_new = record != nullptr && !record->deleted && life().link == lifecycle::Link::linked;
  host_.submit(
      [this, event, nothing_new] {
        if (leads() && !nothing_new && life().account == job_.tie) tell(event);
      },
      [this] { end(End::done); });
}

// To the end of the chain of merges (L18).
void Worker::follow(const ids::SalesforceId& winner) {
  host_.ask({.kind = Request::Kind::read, .record = winner}, [this, winner](const Answer* answer) {
    const Understood understood = understand(answer, [&](const OrgRecord& record) { return record.id == winner; });
    if (understood.said != Said::done && understood.said != Said::missing) return later(understood);
    if (understood.record != nullptr && understood.record->master) {
      const ids::SalesforceId master = *understood.record->master;
      host_.submit([this, winner, master] { host_.nue.note_merge(winner, master); },
                   [this, master] {
                     // A chain that leads back has no end to go to.
                     if (!host_.nue.merges().resolve(job_.tie)) return merged();
                     follow(master);
                   });
      return;
    }
    merged();
  });
}

void Worker::merged() {
  host_.submit(
      [this] {
        if (!leads() || life().account != job_.tie) return;
        const auto last = host_.nue.merges().resolve(job_.tie);
        const ids::SalesforceId account = last.value_or(job_.tie);
        const auto holder = host_.nue.holder_of(account);
        tell({.kind = lifecycle::EventKind::account_merged,
              .account = job_.tie,
              .winner = account,
              .taken = holder && *holder != job_.key.number,
              .cycle = !last});
      },
      [this] { end(End::done); });
}

}  // namespace vestibule::simulation

#include "world/worker.hpp"

#include <algorithm>

#include "world/host.hpp"

namespace vestibule::simulation {
namespace {

constexpr std::uint64_t lease = 30 * second;
constexpr std::uint64_t first_retry = 500;
constexpr std::uint64_t last_retry = 15 * minute;

std::uint64_t backoff(std::uint32_t attempts) {
  return std::min(last_retry, first_retry << std::min<std::uint32_t>(attempts, 12));
}

bool wants_account(const lifecycle::Life& life) {
  return life.link == lifecycle::Link::pending && life.hold == lifecycle::Hold::none && !life.erased;
}

}  // namespace

void Worker::look_for_work() {
  if (busy_) return;
  const auto& rows = host_.nue.rows();
  std::optional<CustomerNumber> first;
  std::uint64_t when = 0;
  for (CustomerNumber i = 0; i < rows.size(); ++i) {
    const Task& task = rows[i].task;
    if (!task.wanted) continue;
    const std::uint64_t ready = std::max(task.due, task.leased_until);
    if (first && ready >= when) continue;
    first = i;
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

void Worker::take(CustomerNumber customer) {
  busy_ = true;
  job_ = {.customer = customer, .account = {}, .pass = {}, .effects = {}, .answer = {}};
  host_.submit(
      [this] {
        Task& task = host_.nue.task(job_.customer);
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

const Row& Worker::row() const { return host_.nue.row(job_.customer); }

bool Worker::leads() const { return row().task.epoch == job_.epoch; }

void Worker::begin() {
  const lifecycle::Life& life = row().life;
  if (wants_account(life)) return make();
  if (!life.account) return end(End::done);
  job_.account = *life.account;
  if (lifecycle::may_write_account(life)) return start_pass();
  look();
}

// A task that was asked for again meanwhile stays.
void Worker::end(End how) {
  host_.submit(
      [this, how] {
        if (!leads()) return;
        Task& task = host_.nue.task(job_.customer);
        task.leased_until = 0;
        if (how == End::later) {
          task.due = host_.clock.wall() + std::max<std::uint64_t>(backoff(task.attempts++), job_.retry_after);
          return;
        }
        task.attempts = 0;
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

void Worker::tell(const lifecycle::Event& event) { host_.nue.tell(job_.customer, event, "sync"); }

// What it is made of is stored before it is asked for, and asked for again as it was.
void Worker::make() {
  host_.submit(
      [this] {
        if (!leads() || !row().ledger.base.empty()) return;
        host_.nue.store(job_.customer, sync::for_new_account(row().values, row().version));
      },
      [this] {
        if (!leads() || !wants_account(row().life)) return end(End::later);
        host_.ask({.kind = Request::Kind::create, .customer = job_.customer, .values = row().ledger.base},
                  [this](const Answer* answer) {
                    const Understood understood =
                        understand(answer, [this](const OrgRecord& record) { return record.key == job_.customer; });
                    if (understood.said == Said::done) return made(*understood.record);
                    if (understood.said != Said::refused) return later(understood);
                    // What it was to be made of will never be taken; a person may put it right.
                    host_.submit([this] {
                      if (leads()) host_.nue.store(job_.customer, {});
                    });
                    end(End::held);
                  });
      });
}

void Worker::made(const OrgRecord& record) {
  host_.submit(
      [this, account = record.id] {
        if (!leads()) return;
        const auto holder = host_.nue.holder_of(account);
        tell({.kind = lifecycle::EventKind::link_set,
              .account = account,
              .source = lifecycle::Source::sync,
              .taken = holder && *holder != job_.customer});
      },
      [this] { end(End::done); });
}

void Worker::look() {
  host_.ask({.kind = Request::Kind::read, .account = job_.account}, [this](const Answer* answer) {
    const Understood understood =
        understand(answer, [this](const OrgRecord& record) { return record.id == job_.account; });
    if (understood.said != Said::done && understood.said != Said::missing) return later(understood);
    seen(understood.record);
  });
}

void Worker::seen(const OrgRecord* record) {
  if (record != nullptr && record->deleted && record->master) {
    const ids::SalesforceId master = *record->master;
    host_.submit([this, master] { host_.nue.note_merge(job_.account, master); }, [this, master] { follow(master); });
    return;
  }
  lifecycle::Event event{.kind = lifecycle::EventKind::account_missing, .account = job_.account};
  if (record != nullptr) {
    event.kind = record->deleted ? lifecycle::EventKind::account_deleted : lifecycle::EventKind::account_undeleted;
    event.version = record->version;
  } else if (row().suspended_at < host_.clock.wall()) {
    event.days = static_cast<std::uint32_t>((host_.clock.wall() - row().suspended_at) / day);
  }
  const bool nothing_new = record != nullptr && !record->deleted && row().life.link == lifecycle::Link::linked;
  host_.submit(
      [this, event, nothing_new] {
        if (leads() && !nothing_new && row().life.account == job_.account) tell(event);
      },
      [this] { end(End::done); });
}

// To the end of the chain of merges (L18).
void Worker::follow(const ids::SalesforceId& winner) {
  host_.ask({.kind = Request::Kind::read, .account = winner}, [this, winner](const Answer* answer) {
    const Understood understood = understand(answer, [&](const OrgRecord& record) { return record.id == winner; });
    if (understood.said != Said::done && understood.said != Said::missing) return later(understood);
    if (understood.record != nullptr && understood.record->master) {
      const ids::SalesforceId master = *understood.record->master;
      host_.submit([this, winner, master] { host_.nue.note_merge(winner, master); },
                   [this, master] {
                     // A chain that leads back has no end to go to.
                     if (!host_.nue.merges().resolve(job_.account)) return merged();
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
        if (!leads() || row().life.account != job_.account) return;
        const auto last = host_.nue.merges().resolve(job_.account);
        const ids::SalesforceId account = last.value_or(job_.account);
        const auto holder = host_.nue.holder_of(account);
        tell({.kind = lifecycle::EventKind::account_merged,
              .account = job_.account,
              .winner = account,
              .taken = holder && *holder != job_.customer,
              .cycle = !last});
      },
      [this] { end(End::done); });
}

}  // namespace vestibule::simulation

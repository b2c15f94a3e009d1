#include "world/host.hpp"

#include <algorithm>
#include <utility>

#include "vestibule/audit/verify.hpp"
#include "vestibule/lifecycle/json.hpp"
#include "vestibule/lifecycle/overdue.hpp"
#include "vestibule/sync/json.hpp"

namespace vestibule::simulation {
namespace {

constexpr std::uint32_t worker_count = 2;
constexpr Time disk_delay = 2;
constexpr std::uint64_t event_delay = 2 * second;

}  // namespace

Host::Host(Run& given_run, Clock& given_clock, Nue& given_nue, Network& network)
    : run{given_run}, clock{given_clock}, nue{given_nue}, network_{network} {}

void Host::start() {
  if (runs_) return;
  runs_ = true;
  on_start();
  recover();
  for (std::uint32_t i = 0; i < worker_count; ++i) workers_.emplace_back(*this);
  wake();
  watch_pending();
}

void Host::kill(const Fault& fault) {
  run.log.add(run.now(), "fault", to_string(fault));
  runs_ = false;
  ++generation_;
  if (fault.kind == FaultKind::kill_torn && !queue_.empty()) {
    // The first of the transactions that were under way: how its line began.
    audit::Head head = nue.head();
    audit::append(torn_, head,
                  {.time = clock.wall(),
                   .actor = "torn",
                   .customer = customer_id(0),
                   .cause = {},
                   .event = {},
                   .outcome = {},
                   .because = {},
                   .changes = {}});
    torn_.resize(fault.amount % torn_.size());
  }
  queue_.clear();
  workers_.clear();
  hints_.clear();
  run.scheduler.after(fault.amount, [this] { start(); });
}

// The log is cut off behind its last whole line; lives and ledgers are read from the texts they are stored as.
void Host::recover() {
  const std::string file = nue.audit().substr(verified_) + std::exchange(torn_, {});
  audit::Verifier verifier{verified_head_};
  std::size_t kept = 0;
  for (std::size_t end = file.find('\n'); end != std::string::npos; end = file.find('\n', kept)) {
    if (verifier.add(std::string_view{file}.substr(kept, end - kept))) break;
    kept = end + 1;
  }
  if (verified_ + kept != nue.audit().size() || verifier.finish(nue.head())) {
    run.fail("L14 L21 another log is recovered than was committed");
  }
  verified_ += kept;
  verified_head_ = verifier.head();
  for (const Row& row : nue.rows()) {
    std::string life;
    lifecycle::append_json(life, row.life);
    const auto read_life = lifecycle::read_life(life);
    if (!read_life.ok() || read_life.value() != row.life) run.fail("L14 a life is stored and read as another");
  }
  for (const Key& key : nue.keys()) {
    const sync::Ledger& stored = nue.record(key).ledger;
    std::string ledger;
    sync::append_json(ledger, stored);
    const auto read_ledger = sync::read_ledger(ledger);
    if (!read_ledger.ok() || read_ledger.value() != stored) run.fail("L14 a ledger is stored and read as another");
  }
}

void Host::later(Time delay, std::function<void()> step) {
  run.scheduler.after(delay, [this, generation = generation_, step = std::move(step)] {
    if (generation != generation_ || !runs_) return;
    const std::optional<Fault> fault = run.faults.at(Site::step);
    if (fault) return kill(*fault);
    step();
  });
}

void Host::submit(std::function<void()> transaction, std::function<void()> then) {
  if (!runs_) return;
  if (queue_.empty()) later(disk_delay, [this] { flush(); });
  queue_.push_back({std::move(transaction), std::move(then)});
}

void Host::flush() {
  nue.write_late_entries();
  for (Submitted& each : std::exchange(queue_, {})) {
    each.transaction();
    if (each.then) later(1, std::move(each.then));
  }
  wake();
  watch_pending();
}

// No step of its own that a fault could strike: it only tells, and what it told is on the disk with it.
void Host::watch_pending() {
  const auto& rows = nue.rows();
  const bool any = std::any_of(rows.begin(), rows.end(),
                               [](const Row& row) { return !row.overdue_told && lifecycle::is_waiting(row.life); });
  if (watches_ || !any) return;
  watches_ = true;
  run.scheduler.after(minute, [this] {
    watches_ = false;
    if (!runs_) return;  // who starts looks again
    nue.tell_overdue();
    watch_pending();
  });
}

void Host::ask(const Request& request, std::function<void(const Answer*)> done) {
  on_ask(request);
  network_.ask(request, [this, generation = generation_, done = std::move(done)](const Answer* answer) {
    if (generation == generation_ && runs_) done(answer);
  });
}

void Host::wake() {
  for (Worker& worker : workers_) worker.look_for_work();
}

void Host::receive(const OrgEvent& event) {
  if (!runs_) return;
  if (!is_signed(event)) return run.log.add(run.now(), "an event is forged");
  const auto key = nue.record_tied_to(event.record);
  if (!key) return;
  hints_[*key] = event.reading;
  // A change is a hint to read again; where its version is known there is nothing to read.
  if (event.change == OrgChange::update &&
      !sync::is_news(nue.record(*key).ledger, sync::Side::org, event.reading.version)) {
    return;
  }
  submit([this, key = *key] { nue.want(key, clock.wall() + event_delay); });
}

void Host::receive(const Order& order, const std::function<void()>& taken) {
  if (!runs_) return;
  submit([this, order] { nue.tell(order.customer, order.event, "orders"); }, taken);
}

void Host::reconcile() {
  if (!runs_) return;
  submit([this] {
    for (const Key& key : nue.keys()) {
      if (nue.tie_of(key)) nue.want(key, clock.wall());
    }
  });
}

std::optional<sync::Reading> Host::hint_of(const Key& key) const {
  const auto place = hints_.find(key);
  return place == hints_.end() ? std::nullopt : std::optional{place->second};
}

}  // namespace vestibule::simulation

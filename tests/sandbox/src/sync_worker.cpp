#include "sync_worker.hpp"

#include <algorithm>
#include <chrono>
#include <exception>

#include "account_intake.hpp"
#include "in_writer.hpp"
#include "log.hpp"
#include "reconcile.hpp"
#include "vestibule/sync/contact.hpp"

namespace vestibule::sandbox {
namespace {

constexpr std::chrono::milliseconds between_looks{100};
constexpr std::int64_t feed_page = 200;
// Behind the cursor: for people who look what happened. The sync never asks for them again.
constexpr std::int64_t events_kept = 200;
constexpr std::int64_t events_between_looks = 100;
constexpr Milliseconds first_retry = 500;
constexpr Milliseconds last_retry = 30'000;

Milliseconds retry_after(std::int64_t attempts) {
  return std::min(last_retry, first_retry << std::min<std::int64_t>(attempts, 6));
}

ids::SalesforceId id_of(std::string_view text) {
  const auto id = ids::parse_salesforce_id(text);
  return id.ok() ? id.value().id : ids::SalesforceId{};
}

// What an event about an account means for the customer that is tied to it. Values are never taken from an event.
std::optional<lifecycle::Event> meaning_of(const OrgEvent& event, const OrgEvent::Recorded& record,
                                           const MergeEnds& ends, Repositories& repositories) {
  const auto version = static_cast<std::uint64_t>(record.version);
  if (event.change == OrgChange::undelete) {
    return lifecycle::Event{
        .kind = lifecycle::EventKind::account_undeleted, .account = id_of(record.id), .version = version};
  }
  if (event.change != OrgChange::remove) return std::nullopt;
  if (!event.master) {
    return lifecycle::Event{
        .kind = lifecycle::EventKind::account_deleted, .account = id_of(record.id), .version = version};
  }
  return merged_event(repositories, id_of(record.id), ends.at(record.id));
}

void look_at_account(Repositories& repositories, const OrgEvent& event, const OrgEvent::Recorded& record,
                     const MergeEnds& ends) {
  const auto customer = repositories.lives.holder_of(id_of(record.id).text());
  if (!customer) {
    const bool lives = event.change != OrgChange::remove && event.actor != "sync";
    if (lives && takes_accounts(repositories)) {
      repositories.sync.add(id_of(record.id).text(), account_task, now() + repositories.sync.delay());
    }
    return;
  }
  if (const auto meaning = meaning_of(event, record, ends, repositories)) {
    tell(repositories, *customer, *meaning, {"salesforce", now()});
    return;
  }
  if (event.actor != "sync") repositories.sync.add(*customer, "customer", now() + repositories.sync.delay());
}

void look_at_contact(Repositories& repositories, const OrgEvent& event, const OrgEvent::Recorded& record) {
  if (event.actor == "sync" || event.change == OrgChange::remove) return;
  const auto contact = repositories.contacts.find_by("externalId", id_of(record.id).text());
  if (contact) repositories.sync.add(contact->text("id"), "contact", now() + repositories.sync.delay());
}

}  // namespace

SyncWorker::SyncWorker(Store& store, const std::string& org_path, bool faults)
    : store_{store}, org_{org_path}, troubles_{store, faults}, thread_{[this] { run(); }} {}

SyncWorker::~SyncWorker() {
  {
    const std::lock_guard lock{mutex_};
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void SyncWorker::run() {
  for (;;) {
    bool busy = false;
    try {
      const std::lock_guard lock{working_};
      busy = work();
    } catch (const StoreError& error) {
      log_event("sync.failed", error.what());
    } catch (const std::exception&) {
      // What it says may quote a record, so it is not written down.
      log_event("sync.failed");
    }
    std::unique_lock lock{mutex_};
    if (wake_.wait_for(lock, busy ? std::chrono::milliseconds{0} : between_looks, [this] { return stopping_; })) return;
  }
}

bool SyncWorker::work() {
  try {
    const bool followed = follow_feed();
    const bool gone_through = go_through();
    look_at_the_time();
    return run_task() || followed || gone_through;
  } catch (const SyncCut&) {
    return false;  // not busy, or a cut at every step would leave no pause
  }
}

// The cursor moves in the transaction that stores what the events led to, so none is lost and none counts twice.
bool SyncWorker::follow_feed() {
  std::int64_t cursor = 0;
  in_writer(store_, [&](Repositories& repositories) { cursor = repositories.sync.cursor(); });
  const std::vector<OrgEvent> events = org_.events_after(cursor, feed_page);
  if (events.empty()) return false;
  const auto ends = follow_merges(events);
  if (!ends) return false;
  in_writer(store_, [&](Repositories& repositories) {
    for (const OrgEvent& event : events) {
      for (const OrgEvent::Recorded& record : event.records) {
        if (event.object == "Account") look_at_account(repositories, event, record, *ends);
        if (event.object == "Contact") look_at_contact(repositories, event, record);
      }
    }
    repositories.sync.set_cursor(events.back().sequence);
  });
  const std::int64_t followed = events.back().sequence;
  if (followed / events_between_looks != cursor / events_between_looks) org_.forget_events(followed - events_kept);
  return true;
}

std::optional<MergeEnds> SyncWorker::follow_merges(const std::vector<OrgEvent>& events) {
  SyncClient client{org_, troubles_};
  MergeEnds ends;
  for (const OrgEvent& event : events) {
    if (event.object != "Account" || event.change != OrgChange::remove || !event.master) continue;
    const auto end = end_of_merges(client, *event.master);
    if (!end) return std::nullopt;
    for (const OrgEvent::Recorded& record : event.records) ends[record.id] = *end;
  }
  return ends;
}

bool SyncWorker::run_task() {
  std::optional<SyncTask> task;
  in_writer(store_, [&](Repositories& repositories) { task = repositories.sync.next(now()); });
  if (!task) return false;
  const SyncEnd end = carry_out(*task);
  // Taken off only now: a process that dies on the way finds the task again.
  in_writer(store_, [&](Repositories& repositories) {
    if (end == SyncEnd::later) return repositories.sync.put_off(*task, now() + retry_after(task->attempts));
    if (end == SyncEnd::held && task->entity == "contact") {
      // A contact has no life that could be held: it waits for somebody to mend it, and its customer goes on.
      log_event("lifecycle.alarm", "contact_refused");
      return repositories.sync.put_off(*task, now() + Milliseconds{sync::refused_contact_ms});
    }
    repositories.sync.finish(*task);
    if (end == SyncEnd::held) {
      tell(repositories, task->id, {.kind = lifecycle::EventKind::sync_failed, .permanent = true}, {"sync", now()});
    }
  });
  return true;
}

SyncEnd SyncWorker::carry_out(const SyncTask& task) {
  SyncClient client{org_, troubles_};
  const bool brings_in = task.entity == account_task || task.entity == order_task;
  const SyncEnd end = brings_in ? take_in(store_, client, task) : sync_record(store_, client, task);
  client.reach("finish", task.entity == "contact" ? "Contact" : "Account");
  return end;
}

void SyncWorker::look_at_the_time() {
  in_writer(store_, [](Repositories& repositories) {
    const std::size_t overdue = repositories.lives.newly_overdue(now()).size();
    for (std::size_t i = 0; i < overdue; ++i) log_event("lifecycle.alarm", "pending");
  });
}

bool SyncWorker::go_through() {
  if (const Day today = day_of(now()); today != day_) {
    begin_daily_reconcile(store_, today);
    day_ = today;
  }
  SyncClient client{org_, troubles_};
  const bool looked = look_through_accounts(store_, client);
  return reconcile_some(store_, client) || looked;
}

}  // namespace vestibule::sandbox

#include "sync_pass.hpp"

#include <deque>

#include "in_writer.hpp"
#include "sync_making.hpp"
#include "sync_subject.hpp"

namespace vestibule::sandbox {
namespace {

using catalogue::Entity;
using sync::Side;

class PassRun {
 public:
  PassRun(Store& store, SyncClient& org, SyncSubject subject)
      : store_{store}, org_{org}, subject_{std::move(subject)} {}

  SyncEnd run() {
    enqueue({.kind = sync::EventKind::start, .ledger = subject_.ledger});
    while (!effects_.empty()) {
      const sync::Effect effect = effects_.front();
      effects_.pop_front();
      if (effect == sync::Effect::finished) return restore_key();
      if (effect == sync::Effect::gave_up) return SyncEnd::later;
      if (effect == sync::Effect::hold) return SyncEnd::held;
      const sync::Event event = carry_out(effect);
      // A contact that was deleted in Salesforce stays here as it is, and is looked at again once it is back (L16). What
      // became of an account, the customer's life follows.
      if (gone_ && subject_.entity == Entity::contact) return SyncEnd::done;
      enqueue(event);
    }
    return SyncEnd::done;
  }

 private:
  void enqueue(const sync::Event& event) {
    for (const sync::Effect effect : sync::step(subject_.plan(), pass_, event)) effects_.push_back(effect);
  }

  sync::Event carry_out(sync::Effect effect) {
    switch (effect) {
      case sync::Effect::read_nue: return read_nue();
      case sync::Effect::read_org: return read_org();
      case sync::Effect::write_nue: return write_nue();
      case sync::Effect::write_org: return write_org();
      default: return store_ledger();
    }
  }

  sync::Event read_nue() {
    org_.reach("read_nue", subject_.object());
    in_writer(store_, [&](Repositories& repositories) {
      subject_.record = records_of(repositories, subject_.entity).find(subject_.id());
    });
    return {.kind = sync::EventKind::read,
            .side = Side::nue,
            .reading = {snapshot_of(subject_.plan(), *subject_.record),
                        static_cast<std::uint64_t>(subject_.record->number("version")),
                        static_cast<std::uint64_t>(subject_.record->number("syncVersion"))}};
  }

  sync::Event read_org() {
    const SyncAnswer answer = org_.read(subject_.object(), subject_.external_id());
    gone_ = answer.kind == SyncAnswer::Kind::gone;
    if (answer.kind != SyncAnswer::Kind::done) return {.kind = sync::EventKind::unreachable};
    const auto key = answer.body.find("Nue_Id__c");
    keyed_ = key != answer.body.end() && *key == subject_.id();
    const auto ours = answer.body.find("SyncVersion");
    sync::Reading reading{snapshot_of(subject_.plan(), answer.body), answer.version, 0};
    if (ours != answer.body.end() && ours->is_number()) reading.ours = ours->get<std::uint64_t>();
    return {.kind = sync::EventKind::read, .side = Side::org, .reading = std::move(reading)};
  }

  // Whose record it is in Salesforce is the sync's to say (the class "link"). Written last, while no other write is on its
  // way, so that it is taken for none of those.
  SyncEnd restore_key() {
    if (keyed_) return SyncEnd::done;
    const std::uint64_t version = pass_.ledger.versions[static_cast<std::size_t>(Side::org)];
    const SyncAnswer answer =
        org_.change(subject_.object(), subject_.external_id(), {{"Nue_Id__c", subject_.id()}}, version);
    const bool again = answer.kind == SyncAnswer::Kind::changed || answer.kind == SyncAnswer::Kind::unreachable;
    return again ? SyncEnd::later : SyncEnd::done;
  }

  sync::Event store_ledger() {
    org_.reach("store", subject_.object());
    sync::Event event{.kind = sync::EventKind::unreachable};
    in_writer(store_, [&](Repositories& repositories) {
      if (!still_linked(repositories)) return;
      event.kind = sync::EventKind::stored;
      repositories.sync.store(subject_.id(), pass_.ledger);
      for (const sync::Conflict& conflict : pass_.conflicts) log_conflict(repositories, conflict);
    });
    return event;
  }

  void log_conflict(Repositories& repositories, const sync::Conflict& conflict) {
    const sync::Unit& unit = subject_.plan().units[conflict.unit];
    nlohmann::json names = nlohmann::json::array();
    nlohmann::json lost = nlohmann::json::array();
    for (std::size_t i = 0; i < conflict.lost.size(); ++i) {
      const catalogue::Field field = subject_.plan().fields[unit.first + i];
      names.push_back(std::string{catalogue::info(field).name});
      lost.push_back(org_value(field, conflict.lost[i]));
    }
    repositories.sync.add_conflict(subject_.id(), names.dump(), sync::to_string(conflict.side), lost.dump(), now());
    audit_loss(repositories, conflict);
  }

  // From the value that is lost to the one that holds.
  void audit_loss(Repositories& repositories, const sync::Conflict& conflict) {
    Values lost = *subject_.record;
    Values kept = lost;
    const sync::Unit& unit = subject_.plan().units[conflict.unit];
    for (std::size_t i = 0; i < conflict.lost.size(); ++i) {
      const std::size_t place = unit.first + i;
      const catalogue::Field field = subject_.plan().fields[place];
      const std::string_view name = catalogue::info(field).name;
      lost[name] = column_value(field, conflict.lost[i]);
      kept[name] = column_value(field, pass_.merged[place]);
    }
    audit_only(repositories, subject_.name(), lost, kept,
               {std::string{sync::to_string(conflict.side)}, now(), "conflict"});
  }

  // The link may have changed since the pass began (L17), and what is agreed on with one account says nothing of another.
  // Who was erased meanwhile has no ledger any more (L23).
  [[nodiscard]] bool still_linked(Repositories& repositories) {
    const SyncSubject fresh = load_subject(repositories, subject_.entity, subject_.id());
    return work_for(fresh) == SyncWork::compare && fresh.external_id() == subject_.external_id();
  }

  sync::Event write_nue() {
    org_.reach("write_nue", subject_.object());
    const sync::SideWrite write = sync::changes_for(subject_.plan(), pass_, Side::nue);
    sync::Event event{.kind = sync::EventKind::unreachable, .side = Side::nue};
    in_writer(store_, [&](Repositories& repositories) {
      if (!still_linked(repositories)) return;
      Records& records = records_of(repositories, subject_.entity);
      auto record = records.find(subject_.id());
      if (static_cast<std::uint64_t>(record->number("version")) != write.version) {
        event.kind = sync::EventKind::changed;
        return;
      }
      const Values before = *record;
      Changes changes;
      bool taken = true;
      for (const sync::Change& change : write.changes) {
        const catalogue::Field field = subject_.plan().fields[change.place];
        taken = taken && may_hold(field, change.value);
        changes.push_back({record->table().place(catalogue::info(field).name), column_value(field, change.value)});
      }
      if (subject_.entity == Entity::contact) taken = taken && repositories.contacts.add_key(subject_.id(), changes);
      if (!taken) {
        event.kind = sync::EventKind::refused;
        return;
      }
      changes.push_back({record->table().place("syncVersion"), std::to_string(write.version + 1)});
      records.update(*record, std::move(changes), now());
      audit_changes(repositories, subject_.name(), before, *record, by_sync());
      event.kind = sync::EventKind::written;
      event.version = static_cast<std::uint64_t>(record->number("version"));
    });
    return event;
  }

  sync::Event write_org() {
    bool linked = false;
    in_writer(store_, [&](Repositories& repositories) { linked = still_linked(repositories); });
    if (!linked) return {.kind = sync::EventKind::unreachable};
    const sync::SideWrite write = sync::changes_for(subject_.plan(), pass_, Side::org);
    nlohmann::json body = nlohmann::json::object();
    for (const sync::Change& change : write.changes) {
      const catalogue::Field field = subject_.plan().fields[change.place];
      body[std::string{org_name(field)}] = org_value(field, change.value);
    }
    const SyncAnswer answer = org_.change(subject_.object(), subject_.external_id(), body, write.version);
    gone_ = answer.kind == SyncAnswer::Kind::gone;
    switch (answer.kind) {
      case SyncAnswer::Kind::done:
        return {.kind = sync::EventKind::written, .side = Side::org, .version = answer.version};
      case SyncAnswer::Kind::changed: return {.kind = sync::EventKind::changed, .side = Side::org};
      case SyncAnswer::Kind::refused: return {.kind = sync::EventKind::refused, .side = Side::org};
      default: return {.kind = sync::EventKind::unreachable};
    }
  }

  Store& store_;
  SyncClient& org_;
  SyncSubject subject_;
  sync::Pass pass_;
  bool gone_ = false;   ///< Salesforce has no such record any more
  bool keyed_ = false;  ///< it names the record here as its own
  std::deque<sync::Effect> effects_;
};

}  // namespace

SyncEnd sync_record(Store& store, SyncClient& org, const SyncTask& task) {
  SyncSubject subject;
  const Entity entity = task.entity == "contact" ? Entity::contact : Entity::customer;
  in_writer(store, [&](Repositories& repositories) { subject = load_subject(repositories, entity, task.id); });
  switch (work_for(subject)) {
    case SyncWork::none: break;
    case SyncWork::make: return make_in_org(store, org, subject);
    case SyncWork::compare: return PassRun{store, org, std::move(subject)}.run();
  }
  return SyncEnd::done;
}

}  // namespace vestibule::sandbox

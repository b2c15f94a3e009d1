#include "sync_making.hpp"

#include "in_writer.hpp"

namespace vestibule::sandbox {
namespace {

using catalogue::Entity;

nlohmann::json new_record(const SyncSubject& subject) {
  nlohmann::json record = nlohmann::json::object();
  const sync::Plan& plan = subject.plan();
  for (std::size_t i = 0; i < plan.fields.size(); ++i) {
    if (subject.ledger.base[i] && sync::travels(sync::unit_at(plan, i)))
      record[std::string{org_name(plan.fields[i])}] = org_value(plan.fields[i], subject.ledger.base[i]);
  }
  record["Nue_Id__c"] = subject.id();
  if (subject.entity == Entity::contact) record["AccountId"] = std::string{subject.life.account->text()};
  return record;
}

void set_linked(Repositories& repositories, SyncSubject& subject, const std::string& external_id) {
  if (subject.entity == Entity::contact) {
    auto contact = repositories.contacts.find(subject.id());
    const Values before = *contact;
    const Occasion occasion = by_sync();
    repositories.contacts.update(*contact, {{contact->table().place("externalId"), external_id}}, occasion.time);
    audit_changes(repositories, "contact", before, *contact, occasion);
    repositories.sync.add(subject.id(), "contact", occasion.time);
    return;
  }
  const auto account = ids::parse_salesforce_id(external_id);
  if (!account.ok()) return;
  const auto holder = repositories.lives.holder_of(account.value().id.text());
  tell(repositories, subject.id(),
       {.kind = lifecycle::EventKind::link_set,
        .account = account.value().id,
        .source = lifecycle::Source::sync,
        .taken = holder && *holder != subject.id()},
       by_sync());
}

}  // namespace

SyncEnd make_in_org(Store& store, SyncClient& org, SyncSubject& subject) {
  org.reach("store", subject.object());
  // What it is made of is stored before it is asked for, and asked for again as it was. Who was erased, or is held, since
  // the work began gets none (L17, L23).
  bool due = false;
  in_writer(store, [&](Repositories& repositories) {
    subject = load_subject(repositories, subject.entity, subject.id());
    due = work_for(subject) == SyncWork::make;
    if (!due) return;
    if (!subject.ledger.base.empty()) return;
    subject.ledger = sync::for_new_account(snapshot_of(subject.plan(), *subject.record),
                                           static_cast<std::uint64_t>(subject.record->number("version")));
    repositories.sync.store(subject.id(), subject.ledger);
  });
  if (!due) return SyncEnd::done;
  SyncAnswer answer = org.create(subject.object(), new_record(subject));
  std::string external_id;
  if (answer.kind == SyncAnswer::Kind::done) {
    external_id = answer.body.value("id", "");
  } else if (answer.error == "DUPLICATE_VALUE") {
    // Made before, and the answer got lost: the key names it. It keeps what it has; the pass will see.
    answer = org.read_by_key(subject.object(), subject.id());
    if (answer.kind == SyncAnswer::Kind::done) external_id = answer.body.value("Id", "");
  }
  if (external_id.empty() && answer.kind == SyncAnswer::Kind::refused) {
    // It was not made, so that what it is made of next may be mended.
    in_writer(store, [&](Repositories& repositories) { repositories.sync.store(subject.id(), {}); });
    return SyncEnd::held;
  }
  if (external_id.empty()) return SyncEnd::later;
  org.reach("link", subject.object());
  in_writer(store, [&](Repositories& repositories) { set_linked(repositories, subject, external_id); });
  return SyncEnd::done;
}

}  // namespace vestibule::sandbox

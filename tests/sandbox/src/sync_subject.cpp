#include "sync_subject.hpp"

#include "vestibule/lifecycle/overdue.hpp"
#include "vestibule/sync/contact.hpp"

namespace vestibule::sandbox {

using catalogue::Entity;

Records& records_of(Repositories& repositories, Entity entity) {
  if (entity == Entity::customer) return repositories.customers;
  return repositories.contacts;
}

SyncSubject load_subject(Repositories& repositories, Entity entity, const std::string& id) {
  SyncSubject subject;
  subject.entity = entity;
  subject.record = records_of(repositories, entity).find(id);
  if (!subject.record) return subject;
  subject.life = repositories.lives.find(subject.customer_id());
  subject.ledger = repositories.sync.ledger(id);
  return subject;
}

SyncWork work_for(const SyncSubject& subject) {
  if (!subject.record) return SyncWork::none;
  if (subject.entity == Entity::contact) {
    switch (sync::work_for_contact(subject.life, !subject.external_id().empty())) {
      case sync::ContactWork::none: return SyncWork::none;
      case sync::ContactWork::make: return SyncWork::make;
      case sync::ContactWork::compare: return SyncWork::compare;
    }
  }
  if (lifecycle::is_waiting(subject.life)) return SyncWork::make;
  return lifecycle::may_write_account(subject.life) ? SyncWork::compare : SyncWork::none;
}

Occasion by_sync() { return {"sync", now()}; }

}  // namespace vestibule::sandbox

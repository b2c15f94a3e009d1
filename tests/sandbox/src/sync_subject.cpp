#include "sync_subject.hpp"

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

Occasion by_sync() { return {"sync", now()}; }

}  // namespace vestibule::sandbox

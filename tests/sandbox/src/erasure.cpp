#include "erasure.hpp"

#include <algorithm>

#include "announce.hpp"
#include "tenant.hpp"

namespace vestibule::sandbox {
namespace {

using catalogue::SyncClass;

constexpr std::string_view erased_name = "Erased";

// What is no person's: without them a record is none.
bool stays(const catalogue::FieldInfo& info) { return info.name == "recordType" || info.name == "type"; }

bool is_personal(const catalogue::FieldInfo& info, SyncClass sync_class) {
  return !stays(info) && (sync_class == SyncClass::profile || sync_class == SyncClass::address);
}

std::vector<std::string> names_of(const Values& record, const Changes& changes) {
  std::vector<std::string> names;
  for (const Change& change : changes) {
    const Column& column = record.table().columns()[change.column];
    if (!column.hidden && record[change.column] != change.value) names.emplace_back(column.name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

void erase(Repositories& repositories, Values record, catalogue::Entity entity, Milliseconds time) {
  const bool is_customer = entity == catalogue::Entity::customer;
  Records& records = is_customer ? static_cast<Records&>(repositories.customers) : repositories.contacts;
  const Table& table = records.table();
  Changes changes;
  const catalogue::FieldRange fields = catalogue::fields_of(entity);
  for (std::size_t i = fields.begin; i < fields.end; ++i) {
    const catalogue::FieldInfo& info = catalogue::field_table[i];
    const auto place = table.find(info.name);
    if (!place || !is_personal(info, catalogue::sync_class(static_cast<catalogue::Field>(i)))) continue;
    changes.push_back({*place, info.name == "name" ? std::optional<std::string>{erased_name} : std::nullopt});
  }
  for (const std::string_view name : {"emailKey", "signupToken"}) {
    if (const auto place = table.find(name)) changes.push_back({*place, std::nullopt});
  }
  const std::vector<std::string> changed = names_of(record, changes);
  records.update(record, std::move(changes), time);
  announce_updated(repositories, is_customer ? "customer" : "contact", record, changed, {}, time);
}

}  // namespace

void erase_personal(Repositories& repositories, std::string_view customer_id, Milliseconds time) {
  if (auto customer = repositories.customers.find(customer_id)) {
    erase(repositories, *std::move(customer), catalogue::Entity::customer, time);
  }
  repositories.sync.forget(customer_id);
  for (Values& contact : repositories.contacts.all_by("customerId", customer_id)) {
    repositories.sync.forget(contact.text("id"));
    erase(repositories, std::move(contact), catalogue::Entity::contact, time);
  }
}

bool has_open_order(Repositories& repositories, std::string_view customer_id) {
  for (const Values& order : repositories.orders.all_by("customerId", customer_id)) {
    if (order.text("status") == "Draft") return true;
  }
  return false;
}

}  // namespace vestibule::sandbox

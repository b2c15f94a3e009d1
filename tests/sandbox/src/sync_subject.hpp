/// What a task of the sync is about: a customer or contact with its life and its ledger.
/// Depends on: customer_life, repositories, sync_values.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "customer_life.hpp"
#include "repositories.hpp"
#include "sync_values.hpp"

namespace vestibule::sandbox {

/// As it is at one moment.
struct SyncSubject {
  catalogue::Entity entity{};
  std::optional<Values> record;
  lifecycle::Life life;  // of the customer, a contact's too
  sync::Ledger ledger;

  [[nodiscard]] const sync::Plan& plan() const { return sync_plan(entity); }
  [[nodiscard]] std::string_view object() const {
    return entity == catalogue::Entity::customer ? "Account" : "Contact";
  }
  [[nodiscard]] std::string_view name() const { return entity == catalogue::Entity::customer ? "customer" : "contact"; }
  [[nodiscard]] std::string id() const { return record->text("id"); }
  [[nodiscard]] std::string customer_id() const {
    return record->text(entity == catalogue::Entity::customer ? "id" : "customerId");
  }
  [[nodiscard]] std::string external_id() const { return record->text("externalId"); }
};

[[nodiscard]] Records& records_of(Repositories& repositories, catalogue::Entity entity);

/// Without a record where there is none of this id.
[[nodiscard]] SyncSubject load_subject(Repositories& repositories, catalogue::Entity entity, const std::string& id);

enum class SyncWork { none, make, compare };

[[nodiscard]] SyncWork work_for(const SyncSubject& subject);

/// The sync, now.
[[nodiscard]] Occasion by_sync();

}  // namespace vestibule::sandbox

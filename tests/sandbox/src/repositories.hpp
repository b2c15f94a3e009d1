/// Everything that is stored, as one connection sees it. One object for each connection and thread.
/// Depends on: audit_log, contacts, customers, database, deliveries, delivery_faults, fault_store, lives, migrated,
/// order_tables, outbox, select, sequences, settings, sync_store, webhooks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "audit_log.hpp"
#include "contacts.hpp"
#include "customers.hpp"
#include "database.hpp"
#include "deliveries.hpp"
#include "delivery_faults.hpp"
#include "fault_store.hpp"
#include "lives.hpp"
#include "migrated.hpp"
#include "order_tables.hpp"
#include "outbox.hpp"
#include "select.hpp"
#include "sequences.hpp"
#include "settings.hpp"
#include "sync_store.hpp"
#include "webhooks.hpp"

namespace vestibule::sandbox {

class Repositories {
 public:
  explicit Repositories(Database& database)
      : database_{database},
        sequences{database},
        contacts{database},
        customers{database, sequences, contacts},
        orders{database, orders_table()},
        order_products{database, order_products_table()},
        subscriptions{database, subscriptions_table()},
        assets{database, assets_table()},
        entitlements{database, entitlements_table()},
        invoices{database, invoices_table()},
        invoice_items{database, invoice_items_table()},
        hub_records{database, hub_records_table()},
        hub_jobs{database, hub_jobs_table()},
        lives{database},
        audit{database},
        settings{database},
        sync{database},
        migrated{database},
        faults{database},
        outbox{database},
        webhooks{database},
        deliveries{database},
        delivery_faults{database} {}

  [[nodiscard]] Page select(const Table& table, const Selection& selection) {
    return select_page(database_, table, selection);
  }

 private:
  Database& database_;

 public:
  Sequences sequences;
  Contacts contacts;
  Customers customers;
  Records orders;
  Records order_products;
  Records subscriptions;
  Records assets;
  Records entitlements;
  Records invoices;
  Records invoice_items;
  Records hub_records;
  Records hub_jobs;
  Lives lives;
  AuditLog audit;
  Settings settings;
  SyncStore sync;
  Migrated migrated;
  FaultStore faults;
  Outbox outbox;
  Webhooks webhooks;
  Deliveries deliveries;
  DeliveryFaultStore delivery_faults;
};

/// The record that an id names: its own id in any case, or a Salesforce id of 15 or 18 characters.
/// Nothing when there is no such record, or when the text is no id at all.
[[nodiscard]] std::optional<Values> find_named(Records& records, std::string_view id);

}  // namespace vestibule::sandbox

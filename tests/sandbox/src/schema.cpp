#include "schema.hpp"

#include <set>
#include <string>

#include "audit_log.hpp"
#include "deliveries.hpp"
#include "delivery_faults.hpp"
#include "fault_store.hpp"
#include "lives.hpp"
#include "migrated.hpp"
#include "order_tables.hpp"
#include "outbox.hpp"
#include "settings.hpp"
#include "state.hpp"
#include "sync_store.hpp"
#include "tenant.hpp"
#include "webhooks.hpp"

namespace vestibule::sandbox {
namespace {

void add_missing_columns(Database& database, const Table& table) {
  std::set<std::string, std::less<>> present;
  {
    Statement list{database, "SELECT name FROM pragma_table_info('" + std::string{table.name()} + "')"};
    while (list.step()) present.emplace(list.text(0).value_or(""));
  }
  for (const Column& column : table.columns()) {
    if (!present.contains(column.name)) {
      database.execute(
          ("ALTER TABLE " + quoted(table.name()) + " ADD COLUMN " + quoted(column.name) + " TEXT").c_str());
    }
  }
}

constexpr const Table& (*tables[])() = {customers_table,     contacts_table, orders_table,       order_products_table,
                                        subscriptions_table, assets_table,   entitlements_table, invoices_table,
                                        invoice_items_table, credits_table,  hub_records_table,  hub_jobs_table};

// The name is made of the place in the list, so a changed index wants a new place.
void add_indexes(Database& database, const Table& table) {
  std::size_t number = 0;
  for (std::string_view part : table.indexes()) {
    constexpr std::string_view unique = "UNIQUE ";
    const bool is_unique = part.starts_with(unique);
    if (is_unique) part.remove_prefix(unique.size());
    const std::string name = std::string{table.name()} + "_index_" + std::to_string(number++);
    database.execute(("CREATE " + std::string{is_unique ? unique : ""} + "INDEX IF NOT EXISTS " + quoted(name) +
                      " ON " + quoted(table.name()) + ' ' + std::string{part})
                         .c_str());
  }
}

void prepare_table(Database& database, const Table& table) {
  // Text compares byte by byte, so ids and filters are case-sensitive.
  database.execute(("CREATE TABLE IF NOT EXISTS " + quoted(table.name()) + R"( ("id" TEXT NOT NULL UNIQUE))").c_str());
  add_missing_columns(database, table);
  add_indexes(database, table);
}

}  // namespace

void prepare_schema(Database& database) {
  database.execute("BEGIN IMMEDIATE");
  try {
    for (const auto table : tables) prepare_table(database, table());
    database.execute(
        "CREATE TABLE IF NOT EXISTS sequences (name TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID");
    prepare_lives(database);
    prepare_migrated(database);
    prepare_audit_log(database);
    prepare_settings(database);
    prepare_sync_store(database);
    prepare_fault_store(database);
    prepare_import(database);
    prepare_outbox(database);
    prepare_webhooks(database);
    prepare_deliveries(database);
    prepare_delivery_faults(database);
    database.execute("COMMIT");
  } catch (...) {
    if (database.in_transaction()) database.execute("ROLLBACK");
    throw;
  }
}

}  // namespace vestibule::sandbox

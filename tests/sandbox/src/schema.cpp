#include "schema.hpp"

#include <set>
#include <string>

#include "columns.hpp"

namespace vestibule::sandbox {
namespace {

// Names come from the catalogue alone: letters, so quoting them is enough.
std::string quoted(std::string_view name) { return '"' + std::string{name} + '"'; }

void add_missing_columns(Database& database) {
  std::set<std::string, std::less<>> present;
  {
    Statement list{database, "SELECT name FROM pragma_table_info('customers')"};
    while (list.step()) present.emplace(list.text(0).value_or(""));
  }
  for (const Column& column : columns()) {
    if (!present.contains(column.name)) {
      database.execute(("ALTER TABLE customers ADD COLUMN " + quoted(column.name) + " TEXT").c_str());
    }
  }
}

}  // namespace

void prepare_schema(Database& database) {
  database.execute("BEGIN IMMEDIATE");
  try {
    // Text compares byte by byte, so ids and filters are case-sensitive.
    database.execute("CREATE TABLE IF NOT EXISTS customers (\"id\" TEXT NOT NULL UNIQUE)");
    add_missing_columns(database);
    database.execute(R"(
      CREATE UNIQUE INDEX IF NOT EXISTS customers_external_id ON customers ("externalId") WHERE "externalId" IS NOT NULL;
      CREATE UNIQUE INDEX IF NOT EXISTS customers_account_number ON customers ("accountNumber");
      CREATE INDEX IF NOT EXISTS customers_order ON customers ("createdDate", "id");
      CREATE INDEX IF NOT EXISTS customers_signup_token ON customers ("signupToken") WHERE "signupToken" IS NOT NULL;
      CREATE TABLE IF NOT EXISTS account_numbers (year TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
    )");
    database.execute("COMMIT");
  } catch (...) {
    if (database.in_transaction()) database.execute("ROLLBACK");
    throw;
  }
}

}  // namespace vestibule::sandbox

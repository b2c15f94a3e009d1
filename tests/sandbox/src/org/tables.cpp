#include "org/tables.hpp"

#include <set>
#include <string>

#include "org/objects.hpp"

namespace vestibule::sandbox::org {
namespace {

// Names come from the catalogue alone: letters and underscores, so quoting them is enough.
std::string quoted(std::string_view name) { return '"' + std::string{name} + '"'; }

void prepare_object(Database& database, const ObjectInfo& object) {
  const std::string table = quoted(object.name);
  // Text compares byte by byte, so ids are case-sensitive.
  database.execute(("CREATE TABLE IF NOT EXISTS " + table +
                    R"(("Id" TEXT PRIMARY KEY, "IsDeleted" INTEGER NOT NULL, "MasterRecordId" TEXT, "DeletedWith" TEXT,
                     "CreatedDate" TEXT NOT NULL, "LastModifiedDate" TEXT NOT NULL, "LastModifiedById" TEXT NOT NULL,
                     "Version" INTEGER NOT NULL, "SyncVersion" INTEGER NOT NULL, "Sequence" INTEGER NOT NULL)
                     WITHOUT ROWID)")
                       .c_str());
  std::set<std::string, std::less<>> present;
  {
    Statement list{database, "SELECT name FROM pragma_table_info(?)"};
    list.bind(1, object.name);
    while (list.step()) present.emplace(list.text(0).value_or(""));
  }
  for (const Field& field : object.fields) {
    if (!present.contains(field.name)) {
      database.execute(("ALTER TABLE " + table + " ADD COLUMN " + quoted(field.name) + " TEXT").c_str());
    }
    if (field.type == Type::reference) {
      database.execute(("CREATE INDEX IF NOT EXISTS " +
                        quoted(std::string{object.name} + "_" + std::string{field.name}) + " ON " + table + " (" +
                        quoted(field.name) + ")")
                           .c_str());
    }
  }
  // The bin may hold a key that a living record has again: that is how Salesforce counts duplicates.
  database.execute(("CREATE UNIQUE INDEX IF NOT EXISTS " + quoted(std::string{object.name} + "_key") + " ON " + table +
                    " (" + quoted(key_name) + ") WHERE \"IsDeleted\" = 0")
                       .c_str());
}

constexpr const char* other_tables = R"(
  CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS identity (org_key TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS events (sequence INTEGER PRIMARY KEY, object TEXT NOT NULL, change INTEGER NOT NULL,
    master TEXT, fields TEXT NOT NULL, actor TEXT NOT NULL, time TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS event_records (sequence INTEGER NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL,
    PRIMARY KEY (sequence, id)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS merges (sequence INTEGER PRIMARY KEY, loser TEXT NOT NULL, winner TEXT NOT NULL, key TEXT);
  CREATE INDEX IF NOT EXISTS merges_winner ON merges (winner);
)";

}  // namespace

void prepare_tables(Database& database) {
  database.execute("BEGIN IMMEDIATE");
  try {
    for (const Object object : all_objects) prepare_object(database, info(object));
    database.execute(other_tables);
    database.execute("COMMIT");
  } catch (...) {
    if (database.in_transaction()) database.execute("ROLLBACK");
    throw;
  }
}

}  // namespace vestibule::sandbox::org

#include "org/storage.hpp"

#include <sqlite3.h>

namespace vestibule::sandbox::org {
namespace {

Database& prepared(Database& database) {
  prepare_tables(database);
  return database;
}

}  // namespace

Storage::Storage(const std::string& path)
    : database{path},
      records{Records{prepared(database), info(Object::account)}, Records{database, info(Object::contact)}},
      counters{database},
      feed{database} {}

Transaction::Transaction(Database& database, bool writes) : database_{database} {
  database.execute(writes ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  // Not through execute(): a destructor must not throw, and a failed rollback leaves nothing to be done.
  if (database_.in_transaction()) {
    static_cast<void>(sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr));
  }
}

void Transaction::commit() { database_.execute("COMMIT"); }

}  // namespace vestibule::sandbox::org

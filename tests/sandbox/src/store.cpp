#include "store.hpp"

#include "schema.hpp"

namespace vestibule::sandbox {
namespace {

Database& prepared(Database& database) {
  prepare_schema(database);
  return database;
}

}  // namespace

// The reader prepares the schema: its statements are made before those of the writer's thread.
Store::Store(const std::string& path)
    : path_{path}, writers_{path}, reader_{path}, readers_{prepared(reader_)}, writer_{writers_} {
  scrub();  // a program killed behind an erasure left its log
}

void Store::scrub() const {
  Database database{path_};
  database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace vestibule::sandbox

#include "store.hpp"

#include <stdexcept>

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

// SQLite without its own mutexes fails now and then, and seldom at once, when two threads use one connection.
void Store::expect_reader() const {
  if (std::this_thread::get_id() != reader_thread_) throw std::logic_error{"the store was read by another thread"};
}

void Store::scrub() const {
  Database database{path_};
  database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace vestibule::sandbox

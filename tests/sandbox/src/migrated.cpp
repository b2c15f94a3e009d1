#include "migrated.hpp"

namespace vestibule::sandbox {

void prepare_migrated(Database& database) {
  database.execute(
      "CREATE TABLE IF NOT EXISTS migrated (legacy_id TEXT PRIMARY KEY, id TEXT NOT NULL, digest TEXT NOT NULL) "
      "WITHOUT ROWID");
}

Migrated::Migrated(Database& database)
    : find_{database, "SELECT digest FROM migrated WHERE legacy_id = ?"},
      add_{database, "INSERT INTO migrated (legacy_id, id, digest) VALUES (?, ?, ?)"} {}

std::optional<std::string> Migrated::digest_of(std::string_view legacy_id) {
  const Rows guard{find_};
  find_.bind(1, legacy_id);
  if (!find_.step()) return std::nullopt;
  return std::string{find_.text(0).value_or("")};
}

void Migrated::add(std::string_view legacy_id, std::string_view customer_id, std::string_view digest) {
  const Rows guard{add_};
  add_.bind(1, legacy_id);
  add_.bind(2, customer_id);
  add_.bind(3, digest);
  add_.run();
}

}  // namespace vestibule::sandbox

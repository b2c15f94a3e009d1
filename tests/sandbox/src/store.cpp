#include "store.hpp"

#include "schema.hpp"
#include "vestibule/ids/salesforce_id.hpp"
#include "vestibule/ids/uuid.hpp"

namespace vestibule::sandbox {
namespace {

Database& prepared(Database& database) {
  prepare_schema(database);
  return database;
}

}  // namespace

// The reader prepares the schema: its statements are made before those of the writer's thread.
Store::Store(const std::string& path)
    : writers_{path}, reader_{path}, readers_customers_{prepared(reader_)}, writer_{writers_} {}

std::optional<std::string> Store::resolve(std::string_view id) {
  if (const auto uuid = ids::parse_uuid(id); uuid.ok()) {
    std::string text = ids::to_string(uuid.value());
    return readers_customers_.find(text) ? std::optional{std::move(text)} : std::nullopt;
  }
  const auto salesforce = ids::parse_salesforce_id(id);
  if (!salesforce.ok()) return std::nullopt;
  return readers_customers_.find_external(salesforce.value().id.text());
}

}  // namespace vestibule::sandbox

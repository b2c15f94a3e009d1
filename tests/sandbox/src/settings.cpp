#include "settings.hpp"

#include <iterator>

namespace vestibule::sandbox {
namespace {

constexpr ChoiceRow table[] = {
    {"batches", "whole"},
    {"batches", "partial"},
    {"unknownMembers", "refused"},
    {"unknownMembers", "ignored"},
    {"modifiedDate", "lastModifiedDate"},
    {"modifiedDate", "both"},
    {"modifiedDate", "modifiedDate"},
    {"oneRecord", "array"},
    {"oneRecord", "object"},
    {"updatePath", "both"},
    {"updatePath", "customers"},
    {"updatePath", "orders"},
    {"missingKey", "401"},
    {"missingKey", "400"},
    {"filters", "honoured"},
    {"filters", "ignored"},
    {"filters", "refused"},
    {"draftOrders", "kept"},
    {"draftOrders", "synced"},
    {"nueToSalesforce", "on"},
    {"nueToSalesforce", "off"},
    {"salesforcePicklists", "open"},
    {"salesforcePicklists", "restricted"},
    {"picklists", "open"},
    {"picklists", "closed"},
    {"partialStatus", "207"},
    {"partialStatus", "201"},
    {"orderStatus", "Activated"},
    {"orderStatus", "Active"},
    {"errorWords", "upper"},
    {"errorWords", "lower"},
};
static_assert(std::size(table) == static_cast<std::size_t>(Choice::errors_lower) + 1);

bool is_default(std::size_t place) { return place == 0 || table[place - 1].setting != table[place].setting; }

}  // namespace

std::span<const ChoiceRow> choices() { return table; }

void prepare_settings(Database& database) {
  database.execute("CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
}

Settings::Settings(Database& database)
    : text_{database, "SELECT value FROM settings WHERE name = ?"},
      set_{database,
           "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"} {
}

bool Settings::has(Choice choice) {
  const auto place = static_cast<std::size_t>(choice);
  const auto stored = text(table[place].setting);
  return stored ? *stored == table[place].value : is_default(place);
}

void Settings::choose(Choice choice) {
  const ChoiceRow& row = table[static_cast<std::size_t>(choice)];
  set(row.setting, row.value);
}

std::optional<std::string> Settings::text(std::string_view name) {
  const Rows guard{text_};
  text_.bind(1, name);
  if (!text_.step()) return std::nullopt;
  return std::string{text_.text(0).value_or("")};
}

void Settings::set(std::string_view name, std::string_view value) {
  const Rows guard{set_};
  set_.bind(1, name);
  set_.bind(2, value);
  set_.run();
}

}  // namespace vestibule::sandbox

#include "records.hpp"

#include <algorithm>

#include "random_id.hpp"

namespace vestibule::sandbox {
namespace {

std::string insert_sql(const Table& table) {
  std::string marks;
  for (std::size_t i = 0; i < table.columns().size(); ++i) marks += i == 0 ? "?" : ",?";
  return "INSERT INTO " + quoted(table.name()) + " (" + table.column_list() + ") VALUES (" + marks + ")";
}

std::string update_sql(const Table& table, ColumnIndex column) {
  return "UPDATE " + quoted(table.name()) + " SET " + quoted(table.columns()[column].name) + " = ? WHERE \"id\" = ?";
}

std::string find_sql(const Table& table, ColumnIndex column) {
  return "SELECT " + table.column_list() + " FROM " + quoted(table.name()) + " WHERE " +
         quoted(table.columns()[column].name) + " = ? ORDER BY " + std::string{table.order()};
}

}  // namespace

Records::Records(Database& database, const Table& table)
    : database_{database},
      table_{table},
      insert_{database, insert_sql(table)},
      any_{database, "SELECT 1 FROM " + quoted(table.name()) + " LIMIT 1"} {}

void Records::insert(Values& values, Milliseconds time) {
  if (!values["id"]) values["id"] = random_uuid();
  values["createdDate"] = to_iso(time);
  values["lastModifiedDate"] = to_iso(time);
  if (table_.find("version")) values.set("version", 1);
  const Rows guard{insert_};
  for (std::size_t i = 0; i < table_.columns().size(); ++i) insert_.bind(static_cast<int>(i) + 1, values[i]);
  insert_.run();
}

void Records::update(Values& values, Changes changes, Milliseconds time) {
  const auto before = from_iso(values.text("lastModifiedDate"));
  // Two changes within one millisecond, or a clock set back, must still show as a change.
  changes.push_back({table_.place("lastModifiedDate"), to_iso(std::max(time, before.value_or(0) + 1))});
  if (const auto version = table_.find("version"))
    changes.push_back({*version, std::to_string(values.number("version") + 1)});
  for (Change& change : changes) set(values, std::move(change));
}

void Records::set(Values& values, Change change) {
  const std::string id = values.text("id");
  Statement& statement =
      updates_.try_emplace(change.column, database_, update_sql(table_, change.column)).first->second;
  const Rows guard{statement};
  statement.bind(1, change.value);
  statement.bind(2, std::string_view{id});
  statement.run();
  values[change.column] = std::move(change.value);
}

Statement& Records::by(std::string_view column) {
  const ColumnIndex place = table_.place(column);
  return finds_.try_emplace(place, database_, find_sql(table_, place)).first->second;
}

std::optional<Values> Records::find_by(std::string_view column, std::string_view value) {
  Statement& statement = by(column);
  const Rows guard{statement};
  statement.bind(1, value);
  if (!statement.step()) return std::nullopt;
  return read_values(table_, statement);
}

bool Records::has(std::string_view column, std::string_view value) {
  Statement& statement = by(column);
  const Rows guard{statement};
  statement.bind(1, value);
  return statement.step();
}

std::vector<Values> Records::all_by(std::string_view column, std::string_view value) {
  std::vector<Values> result;
  Statement& statement = by(column);
  const Rows guard{statement};
  statement.bind(1, value);
  while (statement.step()) result.push_back(read_values(table_, statement));
  return result;
}

bool Records::empty() {
  const Rows guard{any_};
  return !any_.step();
}

Values read_values(const Table& table, const Statement& row) {
  Values values{table};
  for (std::size_t i = 0; i < table.columns().size(); ++i) {
    if (const auto text = row.text(static_cast<int>(i))) values[i].emplace(*text);
  }
  return values;
}

}  // namespace vestibule::sandbox

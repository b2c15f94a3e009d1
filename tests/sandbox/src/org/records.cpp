#include "org/records.hpp"

namespace vestibule::sandbox::org {
namespace {

constexpr std::string_view system_columns[] = {"Id",          "IsDeleted",        "MasterRecordId",   "DeletedWith",
                                               "CreatedDate", "LastModifiedDate", "LastModifiedById", "Version",
                                               "SyncVersion", "Sequence"};
constexpr int system_count = static_cast<int>(std::size(system_columns));

std::string quoted(std::string_view name) { return '"' + std::string{name} + '"'; }

std::string columns_of(const ObjectInfo& object) {
  std::string list;
  for (const std::string_view name : system_columns) list += quoted(name) + ",";
  for (const Field& field : object.fields) list += quoted(field.name) + ",";
  list.pop_back();
  return list;
}

std::string select_sql(const ObjectInfo& object, const std::string& where) {
  return "SELECT " + columns_of(object) + " FROM " + quoted(object.name) + " WHERE " + where;
}

std::string save_sql(const ObjectInfo& object) {
  const std::string columns = columns_of(object);
  std::string marks;
  for (std::size_t i = 0; i < std::size(system_columns) + object.fields.size(); ++i) marks += i == 0 ? "?" : ",?";
  std::string values = "excluded." + columns;
  for (std::size_t at = values.find(','); at != std::string::npos; at = values.find(',', at + 1)) {
    values.insert(at + 1, "excluded.");
  }
  // Not REPLACE, which would quietly delete another record with the same key.
  return "INSERT INTO " + quoted(object.name) + " (" + columns + ") VALUES (" + marks +
         ") ON CONFLICT (\"Id\") DO UPDATE SET (" + columns + ") = (" + values + ")";
}

std::optional<std::string> copy(std::optional<std::string_view> text) {
  return text ? std::optional{std::string{*text}} : std::nullopt;
}

Record read(const Statement& row, const ObjectInfo& object) {
  Record record{object.object, std::string{row.text(0).value_or("")}, {}};
  record.deleted = row.number(1) != 0;
  record.master = copy(row.text(2));
  record.deleted_with = copy(row.text(3));
  record.created = row.text(4).value_or("");
  record.modified = row.text(5).value_or("");
  record.modified_by = row.text(6).value_or("");
  record.version = row.number(7);
  record.sync_version = row.number(8);
  record.sequence = row.number(9);
  for (std::size_t i = 0; i < object.fields.size(); ++i) {
    record.values.push_back(copy(row.text(system_count + static_cast<int>(i))));
  }
  return record;
}

}  // namespace

Records::Records(Database& database, const ObjectInfo& object)
    : database_{database},
      object_{object},
      save_{database, save_sql(object)},
      erase_{database, "DELETE FROM " + quoted(object.name) + " WHERE \"Id\" = ?"},
      by_id_{database, select_sql(object, "\"Id\" = ?")},
      by_key_{database, select_sql(object, quoted(key_name) + " = ? AND \"IsDeleted\" = 0")} {}

void Records::save(const Record& record) {
  const Rows guard{save_};
  save_.bind(1, std::string_view{record.id});
  save_.bind(2, std::int64_t{record.deleted});
  save_.bind(3, record.master);
  save_.bind(4, record.deleted_with);
  save_.bind(5, std::string_view{record.created});
  save_.bind(6, std::string_view{record.modified});
  save_.bind(7, std::string_view{record.modified_by});
  save_.bind(8, record.version);
  save_.bind(9, record.sync_version);
  save_.bind(10, record.sequence);
  for (std::size_t i = 0; i < record.values.size(); ++i) {
    save_.bind(system_count + static_cast<int>(i) + 1, record.values[i]);
  }
  save_.run();
}

void Records::erase(std::string_view id) {
  const Rows guard{erase_};
  erase_.bind(1, id);
  erase_.run();
}

std::optional<Record> Records::find(std::string_view id) { return only(by_id_, id); }

std::optional<Record> Records::find_key(std::string_view key) { return only(by_key_, key); }

std::vector<Record> Records::referring(const Field& field, std::string_view id) {
  return select({{quoted(field.name) + " = ?", {std::string{id}}}}, -1);
}

std::vector<Record> Records::select(const std::vector<Condition>& conditions, std::int64_t limit) {
  std::string where;
  for (const Condition& condition : conditions) where += condition.sql + " AND ";
  Statement statement{database_, select_sql(object_, where + "1 ORDER BY \"Id\" LIMIT ?")};
  int parameter = 0;
  for (const Condition& condition : conditions) {
    for (const std::string& value : condition.values) statement.bind(++parameter, std::string_view{value});
  }
  statement.bind(++parameter, limit);
  return all(statement);
}

std::vector<Record> Records::all(Statement& statement) const {
  const Rows guard{statement};
  std::vector<Record> records;
  while (statement.step()) records.push_back(read(statement, object_));
  return records;
}

std::optional<Record> Records::only(Statement& statement, std::string_view value) const {
  const Rows guard{statement};
  statement.bind(1, value);
  return statement.step() ? std::optional{read(statement, object_)} : std::nullopt;
}

}  // namespace vestibule::sandbox::org

#include "table_text.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

namespace vestibule::sandbox {
namespace {

using nlohmann::json;
using Texts = std::vector<std::string>;

// What an import leaves for the other database is no part of a state.
constexpr std::string_view no_part = "pending_org";

// Names are those of our own tables and columns; others are refused before they come here.
std::string in_quotes(std::string_view name) { return '"' + std::string{name} + '"'; }

Texts texts_of(Statement& statement) {
  Texts texts;
  while (statement.step()) texts.emplace_back(statement.text(0).value_or(""));
  return texts;
}

Texts tables_of(Database& database) {
  Statement list{database,
                 "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"};
  Texts tables = texts_of(list);
  std::erase(tables, no_part);
  return tables;
}

Texts columns_of(Database& database, std::string_view table) {
  Statement list{database, "SELECT name FROM pragma_table_info(?) ORDER BY cid"};
  list.bind(1, table);
  return texts_of(list);
}

std::string joined(const Texts& columns) {
  std::string text;
  for (const std::string& column : columns) text.append(text.empty() ? "" : ",").append(in_quotes(column));
  return text;
}

void append_table(std::string& out, Database& database, const std::string& table) {
  const Texts columns = columns_of(database, table);
  out.append(json(table).dump()).append(":{\"columns\":").append(json(columns).dump()).append(",\"rows\":[");
  Statement rows{database, "SELECT json_array(" + joined(columns) + ") FROM " + in_quotes(table)};
  for (bool first = true; rows.step(); first = false) out.append(first ? "" : ",").append(rows.text(0).value_or("[]"));
  out += "]}";
}

// Nothing is nested in a row, so writing it again needs no depth.
bool is_row(const json& row, std::size_t size) {
  return row.is_array() && row.size() == size && std::ranges::all_of(row, [](const json& cell) {
           return cell.is_null() || cell.is_string() || cell.is_number_integer();
         });
}

std::string problem_of(Database& database, const std::string& table, const json& content) {
  const auto columns = content.find("columns");
  const auto rows = content.find("rows");
  if (columns == content.end() || rows == content.end() || !columns->is_array() || !rows->is_array()) {
    return table + ": expected columns and rows";
  }
  const Texts known = columns_of(database, table);
  for (const json& column : *columns) {
    if (!column.is_string() || std::ranges::find(known, column.get<std::string>()) == known.end()) {
      return table + ": has a column that this sandbox does not know; the state is of another version";
    }
  }
  const bool rows_fit = std::ranges::all_of(*rows, [&](const json& row) { return is_row(row, columns->size()); });
  return rows_fit ? "" : table + ": a row is an array of a text, a whole number or null for each column";
}

void insert_rows(Database& database, const std::string& table, const json& content) {
  const Texts columns = content["columns"].get<Texts>();
  if (columns.empty()) return;
  std::string cells;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    cells += (i == 0 ? "" : ",") + ("json_extract(value, '$[" + std::to_string(i) + "]')");
  }
  const std::string rows = content["rows"].dump();
  Statement insert{database, "INSERT INTO " + in_quotes(table) + " (" + joined(columns) + ") SELECT " + cells +
                                 " FROM json_each(?) ORDER BY key"};
  insert.bind(1, std::string_view{rows});
  insert.run();
}

// A trigger may refuse what is only done here: that the audit log is emptied.
std::vector<std::pair<std::string, std::string>> take_triggers(Database& database) {
  std::vector<std::pair<std::string, std::string>> triggers;
  {
    Statement list{database, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"};
    while (list.step()) triggers.emplace_back(list.text(0).value_or(""), list.text(1).value_or(""));
  }
  for (const auto& trigger : triggers) database.execute(("DROP TRIGGER " + in_quotes(trigger.first)).c_str());
  return triggers;
}

}  // namespace

std::string tables_text(Database& database) {
  std::string text = "{";
  for (const std::string& table : tables_of(database)) {
    if (text.size() > 1) text += ',';
    append_table(text, database, table);
  }
  return text + '}';
}

std::string replace_tables(Database& database, const json& tables) {
  if (!tables.is_object()) return "expected an object of tables";
  const Texts known = tables_of(database);
  for (const auto& [table, content] : tables.items()) {
    if (std::ranges::find(known, table) == known.end()) {
      return "has a table that this sandbox does not know; the state is of another version";
    }
    if (std::string problem = problem_of(database, table, content); !problem.empty()) return problem;
  }
  const auto triggers = take_triggers(database);
  for (const std::string& table : known) {
    database.execute(("DELETE FROM " + in_quotes(table)).c_str());
    if (const auto content = tables.find(table); content != tables.end()) insert_rows(database, table, *content);
  }
  for (const auto& trigger : triggers) database.execute(trigger.second.c_str());
  return {};
}

}  // namespace vestibule::sandbox

#include "select.hpp"

namespace vestibule::sandbox {
namespace {

using catalogue::Kind;

std::string quoted(std::string_view name) { return '"' + std::string{name} + '"'; }

std::string condition_sql(const Column& column) {
  const std::string name = quoted(column.name);
  switch (column.kind) {
    case Kind::integer:
    case Kind::number:
      // Numbers are kept as literals, and 10, 10.0 and 1e1 are equal.
      return column.computed ? "CAST(COALESCE(" + name + ",'0') AS REAL) = CAST(? AS REAL)"
                             : "CAST(" + name + " AS REAL) = CAST(? AS REAL)";
    case Kind::picklist_set:
      // A set is equal to a value it holds.
      return "EXISTS (SELECT 1 FROM json_each(" + name + ") AS item WHERE item.value = ?)";
    default: return name + " = ?";
  }
}

std::string where_sql(const Selection& selection) {
  std::string sql;
  if (selection.ids) {
    sql += "\"id\" IN (";
    for (std::size_t i = 0; i < selection.ids->size(); ++i) sql += i == 0 ? "?" : ",?";
    sql += ')';
  }
  std::string conditions;
  for (const Condition& condition : selection.conditions) {
    if (!conditions.empty()) conditions += selection.any ? " OR " : " AND ";
    conditions += condition_sql(columns()[condition.column]);
  }
  if (!conditions.empty()) sql += (sql.empty() ? "(" : " AND (") + conditions + ')';
  return sql.empty() ? sql : " WHERE " + sql;
}

int bind_where(Statement& statement, const Selection& selection) {
  int next = 1;
  if (selection.ids) {
    for (const std::string& id : *selection.ids) statement.bind(next++, std::string_view{id});
  }
  for (const Condition& condition : selection.conditions) statement.bind(next++, std::string_view{condition.value});
  return next;
}

}  // namespace

std::string select_list() {
  std::string list;
  for (const Column& column : columns()) list += (list.empty() ? "" : ",") + quoted(column.name);
  return list;
}

Values read_values(const Statement& row) {
  Values values(columns().size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (const auto text = row.text(static_cast<int>(i))) values[i].emplace(*text);
  }
  return values;
}

Page select_customers(Database& database, const Selection& selection) {
  const std::string where = where_sql(selection);
  Page page;
  // One transaction, so that the total belongs to the rows.
  database.execute("BEGIN");
  try {
    Statement count{database, "SELECT count(*) FROM customers" + where};
    bind_where(count, selection);
    if (count.step()) page.total = count.number(0);
    count.reset();
    Statement rows{database, "SELECT " + select_list() + " FROM customers" + where +
                                 " ORDER BY \"createdDate\", \"id\" LIMIT ? OFFSET ?"};
    const int next = bind_where(rows, selection);
    rows.bind(next, selection.limit);
    rows.bind(next + 1, (selection.page - 1) * selection.limit);
    while (rows.step()) page.rows.push_back(read_values(rows));
  } catch (...) {
    if (database.in_transaction()) database.execute("ROLLBACK");
    throw;
  }
  database.execute("COMMIT");
  return page;
}

}  // namespace vestibule::sandbox

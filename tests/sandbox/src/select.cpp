#include "select.hpp"

#include "records.hpp"

namespace vestibule::sandbox {
namespace {

// In the order of Operator.
constexpr std::string_view operator_sql[] = {" = ", " <> ", " < ", " <= ", " > ", " >= "};

std::string compared(const std::string& left, Operator op, const std::string& right = "?") {
  return left + std::string{operator_sql[static_cast<std::size_t>(op)]} + right;
}

std::string condition_sql(const Table& table, const Condition& condition) {
  const Column& column = table.columns()[condition.column];
  const std::string name = quoted(column.name);
  switch (column.kind) {
    case ColumnKind::number:
      // Literals: 10, 10.0 and 1e1 are equal. NUMERIC keeps whole numbers whole, so all their digits count.
      return compared("CAST(" + name + " AS NUMERIC)", condition.op, "CAST(? AS NUMERIC)");
    case ColumnKind::money:
      return compared("CAST(COALESCE(" + name + ",'0') AS INTEGER)", condition.op, "CAST(? AS INTEGER)");
    case ColumnKind::set:
      // A set is equal to a value it holds.
      return '(' + name + " IS NOT NULL AND " + (condition.op == Operator::equal ? "" : "NOT ") +
             "EXISTS (SELECT 1 FROM json_each(" + name + ") AS item WHERE item.value = ?))";
    case ColumnKind::datetime: return compared(condition.by_day ? "substr(" + name + ",1,10)" : name, condition.op);
    default: return compared(name, condition.op);
  }
}

std::string where_sql(const Table& table, const Selection& selection) {
  std::string sql;
  for (const Restriction& restriction : selection.restrictions) {
    sql += (sql.empty() ? " WHERE " : " AND ") + quoted(table.columns()[restriction.column].name) + " IN (";
    for (std::size_t i = 0; i < restriction.values.size(); ++i) sql += i == 0 ? "?" : ",?";
    sql += ')';
  }
  std::string conditions;
  for (const Condition& condition : selection.conditions) {
    if (!conditions.empty()) conditions += selection.any ? " OR " : " AND ";
    conditions += condition_sql(table, condition);
  }
  if (!conditions.empty()) sql += (sql.empty() ? " WHERE (" : " AND (") + conditions + ')';
  return sql;
}

int bind_where(Statement& statement, const Selection& selection) {
  int next = 1;
  for (const Restriction& restriction : selection.restrictions) {
    for (const std::string& value : restriction.values) statement.bind(next++, std::string_view{value});
  }
  for (const Condition& condition : selection.conditions) statement.bind(next++, std::string_view{condition.value});
  return next;
}

}  // namespace

Page select_page(Database& database, const Table& table, const Selection& selection) {
  const std::string from = " FROM " + quoted(table.name()) + where_sql(table, selection);
  Page page;
  Statement count{database, "SELECT count(*)" + from};
  bind_where(count, selection);
  if (count.step()) page.total = count.number(0);
  count.reset();
  Statement rows{database, "SELECT " + table.column_list() + from + " ORDER BY " + std::string{table.order()} +
                               " LIMIT ? OFFSET ?"};
  const int next = bind_where(rows, selection);
  rows.bind(next, selection.limit);
  rows.bind(next + 1, (selection.page - 1) * selection.limit);
  while (rows.step()) page.rows.push_back(read_values(table, rows));
  return page;
}

}  // namespace vestibule::sandbox

/// What a list asks a table for, free of HTTP and of SQL.
/// Depends on: database, operator, table.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "database.hpp"
#include "operator.hpp"
#include "table.hpp"

namespace vestibule::sandbox {

/// A filter. A record without a value in the column fits none, whatever the operator: SQL's reading of NULL.
struct Condition {
  ColumnIndex column{};
  Operator op = Operator::equal;
  std::string value;    ///< canonical for the column's kind
  bool by_day = false;  ///< of moments: `value` is a day, and stands for all of it

  friend bool operator==(const Condition&, const Condition&) = default;
};

/// The column has one of these values; none names no record.
struct Restriction {
  ColumnIndex column{};
  std::vector<std::string> values;

  friend bool operator==(const Restriction&, const Restriction&) = default;
};

struct Selection {
  std::vector<Restriction> restrictions;  ///< all of them always apply
  std::vector<Condition> conditions;
  bool any = false;  ///< one condition is enough
  std::int64_t page = 1;
  std::int64_t limit = 100;
};

struct Page {
  std::vector<Values> rows;  ///< in the table's order
  std::int64_t total = 0;    ///< of all pages
};

/// Called inside a transaction, so that the total belongs to the rows.
[[nodiscard]] Page select_page(Database& database, const Table& table, const Selection& selection);

}  // namespace vestibule::sandbox

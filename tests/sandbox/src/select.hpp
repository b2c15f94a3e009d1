/// What GET /customers asks the table for, free of HTTP and of SQL.
/// Depends on: columns, database.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "columns.hpp"
#include "database.hpp"

namespace vestibule::sandbox {

struct Condition {
  ColumnIndex column;
  std::string value;  ///< canonical for the column's kind

  friend bool operator==(const Condition&, const Condition&) = default;
};

struct Selection {
  std::optional<std::vector<std::string>> ids;  ///< only these customers, by Nue id
  std::vector<Condition> conditions;
  bool any = false;  ///< one condition is enough; `ids` always applies
  std::int64_t page = 1;
  std::int64_t limit = 100;
};

struct Page {
  std::vector<Values> rows;  ///< by createdDate, then id
  std::int64_t total = 0;    ///< of all pages
};

[[nodiscard]] Page select_customers(Database& database, const Selection& selection);

/// The columns of a SELECT, in the order of columns(), and a row of it.
[[nodiscard]] std::string select_list();
[[nodiscard]] Values read_values(const Statement& row);

}  // namespace vestibule::sandbox

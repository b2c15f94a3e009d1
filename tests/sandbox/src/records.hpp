/// The records of one table: added, changed and found. One object for each connection and thread.
/// Depends on: database, table.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clock.hpp"
#include "database.hpp"
#include "table.hpp"

namespace vestibule::sandbox {

class Records {
 public:
  Records(Database& database, const Table& table);

  [[nodiscard]] const Table& table() const { return table_; }

  /// Gives the record an id when it has none, and its dates.
  void insert(Values& values, Milliseconds time);

  /// Changes the members given and no other; lastModifiedDate always moves forward.
  void update(Values& values, Changes changes, Milliseconds time);
  /// The same without lastModifiedDate, for what is only computed.
  void set(Values& values, Change change);

  [[nodiscard]] std::optional<Values> find(std::string_view id) { return find_by("id", id); }
  [[nodiscard]] std::optional<Values> find_by(std::string_view column, std::string_view value);
  [[nodiscard]] bool has(std::string_view column, std::string_view value);
  /// All with this value, in the table's order.
  [[nodiscard]] std::vector<Values> all_by(std::string_view column, std::string_view value);
  [[nodiscard]] bool empty();

 private:
  [[nodiscard]] Statement& by(std::string_view column);

  Database& database_;
  const Table& table_;
  Statement insert_;
  Statement any_;
  std::map<ColumnIndex, Statement> updates_;  // one for each column that was ever changed
  std::map<ColumnIndex, Statement> finds_;    // one for each column that was ever asked for
};

/// The values of a row whose SELECT names the columns in the table's order.
[[nodiscard]] Values read_values(const Table& table, const Statement& row);

}  // namespace vestibule::sandbox

/// The records of one object in the database.
/// Depends on: database, org/record.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "database.hpp"
#include "org/record.hpp"

namespace vestibule::sandbox::org {

/// Rows that are asked for: conditions in SQL, joined by AND, with the values of their question marks.
struct Condition {
  std::string sql;
  std::vector<std::string> values;
};

class Records {
 public:
  Records(Database& database, const ObjectInfo& object);

  /// Makes the record, or writes it anew.
  void save(const Record& record);
  void erase(std::string_view id);

  [[nodiscard]] std::optional<Record> find(std::string_view id);
  /// Among the living.
  [[nodiscard]] std::optional<Record> find_key(std::string_view key);
  /// All that name `id` in the field, those in the bin too.
  [[nodiscard]] std::vector<Record> referring(const Field& field, std::string_view id);
  /// In the order of their ids.
  [[nodiscard]] std::vector<Record> select(const std::vector<Condition>& conditions, std::int64_t limit);

 private:
  [[nodiscard]] std::vector<Record> all(Statement& statement) const;
  [[nodiscard]] std::optional<Record> only(Statement& statement, std::string_view value) const;

  Database& database_;
  const ObjectInfo& object_;
  Statement save_;
  Statement erase_;
  Statement by_id_;
  Statement by_key_;
};

}  // namespace vestibule::sandbox::org

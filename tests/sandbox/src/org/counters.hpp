/// Numbers that are given once: of records and of changes.
/// Depends on: database, org/objects.
#pragma once

#include <cstdint>
#include <string>

#include "database.hpp"
#include "org/objects.hpp"

namespace vestibule::sandbox::org {

class Counters {
 public:
  /// Gives the file a random key of its own when it has none, so that ids of two orgs differ too.
  explicit Counters(Database& database);

  /// A new id: 18 characters with a true suffix. The order of ids is that of their making.
  [[nodiscard]] std::string next_id(const ObjectInfo& object);
  [[nodiscard]] std::int64_t next_sequence();
  [[nodiscard]] std::int64_t last_sequence();

 private:
  [[nodiscard]] std::int64_t next(std::string_view name);

  Statement next_;
  Statement last_;
  Database& database_;
};

}  // namespace vestibule::sandbox::org

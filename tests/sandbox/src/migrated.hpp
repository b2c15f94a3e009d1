/// Which customers came from another system, and from which row.
/// Depends on: database.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "database.hpp"

namespace vestibule::sandbox {

class Migrated {
 public:
  explicit Migrated(Database& database);

  /// The digest of the row a legacy id came with.
  [[nodiscard]] std::optional<std::string> digest_of(std::string_view legacy_id);
  void add(std::string_view legacy_id, std::string_view customer_id, std::string_view digest);

 private:
  Statement find_;
  Statement add_;
};

void prepare_migrated(Database& database);

}  // namespace vestibule::sandbox

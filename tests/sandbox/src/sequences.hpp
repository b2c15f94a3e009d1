/// Numbers that people read: "ACC-2026-001". Each prefix counts for itself.
/// Depends on: database.
#pragma once

#include <string>
#include <string_view>

#include "database.hpp"

namespace vestibule::sandbox {

class Sequences {
 public:
  explicit Sequences(Database& database);

  /// `prefix` and the next number with at least `digits` digits.
  [[nodiscard]] std::string next(std::string_view prefix, std::size_t digits);

 private:
  Statement next_;
};

}  // namespace vestibule::sandbox

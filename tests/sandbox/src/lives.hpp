/// What the core's lifecycle knows of each customer, and which account belongs to whom.
/// Depends on: database; lifecycle/json of the core.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "database.hpp"
#include "vestibule/lifecycle/json.hpp"

namespace vestibule::sandbox {

class Lives {
 public:
  explicit Lives(Database& database);

  /// A customer that nobody told of is a Draft.
  [[nodiscard]] lifecycle::Life find(std::string_view customer_id);
  void store(std::string_view customer_id, const lifecycle::Life& life);
  /// The customer tied to an account.
  [[nodiscard]] std::optional<std::string> holder_of(std::string_view account);
  /// Customers without an account, and no account due: those a change of the mode is about.
  [[nodiscard]] std::vector<std::string> unlinked();
  [[nodiscard]] std::vector<std::string> all();

 private:
  Statement find_;
  Statement store_;
  Statement holder_;
  Statement unlinked_;
  Statement all_;
};

/// The tables behind it.
void prepare_lives(Database& database);

}  // namespace vestibule::sandbox

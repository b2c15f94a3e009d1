/// The customers in the database: what is written and how one is found. One object for each connection and thread.
/// Depends on: database, columns, clock.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "clock.hpp"
#include "columns.hpp"
#include "database.hpp"

namespace vestibule::sandbox {

/// Why a write was refused although every value was fine by itself.
struct Refusal {
  enum class Reason {
    not_found,
    duplicate_account_number,
    duplicate_id,  ///< of a seed
    unknown_parent,
    circular_parent,
    unknown_contact,
  };
  Reason reason{};
  std::size_t row = 0;
};

class Customers {
 public:
  explicit Customers(Database& database);

  /// Adds one customer for each list of changes, or stops at the first refusal; the caller rolls back then.
  [[nodiscard]] std::variant<std::vector<Values>, Refusal> create(const std::vector<std::vector<Change>>& rows,
                                                                  Milliseconds time);

  /// Changes the members given and no other; lastModifiedDate always moves forward.
  [[nodiscard]] std::variant<Values, Refusal> patch(const std::string& id, const std::vector<Change>& changes,
                                                    Milliseconds time);

  [[nodiscard]] std::optional<Values> find(std::string_view id);
  /// The Nue id behind a Salesforce id in its canonical 18 characters.
  [[nodiscard]] std::optional<std::string> find_external(std::string_view external_id);
  [[nodiscard]] bool empty();

 private:
  [[nodiscard]] std::optional<Refusal::Reason> add(Values& values, Milliseconds time);
  [[nodiscard]] std::string next_account_number(const std::string& year);
  [[nodiscard]] bool has(Statement& statement, std::string_view value);
  /// Whether making `parent` the parent of `id` closes a circle.
  [[nodiscard]] bool closes_circle(const std::string& id, std::string parent);

  Database& database_;
  Statement insert_;
  Statement by_id_;
  Statement by_external_id_;
  Statement by_account_number_;
  Statement parent_of_;
  Statement next_number_;
  Statement any_;
  std::map<ColumnIndex, Statement> updates_;  // one for each column that was ever patched
};

}  // namespace vestibule::sandbox

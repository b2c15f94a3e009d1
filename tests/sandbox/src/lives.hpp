/// What the core's lifecycle knows of each customer, and which account belongs to whom.
/// Depends on: clock, database; lifecycle/json of the core.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clock.hpp"
#include "database.hpp"
#include "vestibule/lifecycle/json.hpp"

namespace vestibule::sandbox {

class Lives {
 public:
  explicit Lives(Database& database);

  /// A customer that nobody told of is a Draft.
  [[nodiscard]] lifecycle::Life find(std::string_view customer_id);
  void store(std::string_view customer_id, const lifecycle::Life& life, Milliseconds time);
  /// The customer tied to an account.
  [[nodiscard]] std::optional<std::string> holder_of(std::string_view account);
  /// Customers without an account, and no account due: those a change of the mode is about.
  [[nodiscard]] std::vector<std::string> unlinked();
  [[nodiscard]] std::vector<std::string> all();
  /// Customers whose account is due.
  [[nodiscard]] std::vector<std::string> pending();

  /// Since when a customer's account is due.
  [[nodiscard]] std::optional<Milliseconds> pending_since(std::string_view customer_id);
  /// Customers whose account is due for longer than that may be, and of whom nobody was told; each is given once for each
  /// time that it waits.
  [[nodiscard]] std::vector<std::string> newly_overdue(Milliseconds now);

  struct Tie {
    std::string customer;
    std::string account;
  };
  /// Those that have an account, behind a customer, in the order of customers.
  [[nodiscard]] std::vector<Tie> ties_after(std::string_view customer_id, std::size_t limit);
  /// When the account of a customer went to the bin.
  [[nodiscard]] std::optional<Milliseconds> suspended_since(std::string_view customer_id);

 private:
  Statement find_;
  Statement store_;
  Statement holder_;
  Statement unlinked_;
  Statement all_;
  Statement pending_;
  Statement ties_;
  Statement suspend_;
  Statement resume_;
  Statement suspended_;
  Statement wait_;
  Statement arrive_;
  Statement waits_;
  Statement waiting_;
  Statement told_;
};

/// The tables behind it.
void prepare_lives(Database& database);

}  // namespace vestibule::sandbox

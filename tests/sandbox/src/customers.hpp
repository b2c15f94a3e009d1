/// The rules of customers in the database. One object for each connection and thread.
/// Depends on: contacts, records, refusal, sequences.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "records.hpp"
#include "refusal.hpp"
#include "sequences.hpp"

namespace vestibule::sandbox {

class Customers : public Records {
 public:
  Customers(Database& database, Sequences& sequences, Records& contacts);

  /// Adds one customer for each list of changes, or stops at the first refusal; the caller rolls back then.
  [[nodiscard]] std::variant<std::vector<Values>, Refusal> create(const std::vector<Changes>& rows, Milliseconds time);

  [[nodiscard]] std::variant<Values, Refusal> patch(const std::string& id, const Changes& changes, Milliseconds time);

 private:
  [[nodiscard]] std::optional<Refusal::Reason> add(Values& values, Milliseconds time);
  [[nodiscard]] std::optional<Refusal::Reason> judge(const std::string& id, const Changes& changes);
  [[nodiscard]] std::string next_account_number(Milliseconds time);
  /// Whether making `parent` the parent of `id` closes a circle.
  [[nodiscard]] bool closes_circle(const std::string& id, std::string parent);

  Sequences& sequences_;
  Records& contacts_;
};

}  // namespace vestibule::sandbox

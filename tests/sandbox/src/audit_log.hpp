/// The audit log in the database: appended to in the transaction it tells of, and never changed.
/// Depends on: database; audit/chain of the core.
#pragma once

#include <string>
#include <string_view>

#include "database.hpp"
#include "vestibule/audit/chain.hpp"

namespace vestibule::sandbox {

class AuditLog {
 public:
  explicit AuditLog(Database& database);

  void append(const audit::Entry& entry);

  /// The key of a customer's values; made when it is first asked for.
  [[nodiscard]] std::string key_of(std::string_view customer_id);
  void destroy_key(std::string_view customer_id);

  /// Lines from a number on, as they stand.
  [[nodiscard]] std::string lines(std::uint64_t from, std::uint64_t limit);
  [[nodiscard]] audit::Head head();

 private:
  Statement head_;
  Statement insert_;
  Statement key_;
  Statement new_key_;
  Statement no_key_;
  Statement lines_;
};

void prepare_audit_log(Database& database);

}  // namespace vestibule::sandbox

/// The rules of contacts in the database. One object for each connection and thread.
/// Depends on: records, refusal.
///
/// An e-mail address belongs to one contact of the whole tenant, whatever its case.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "records.hpp"
#include "refusal.hpp"

namespace vestibule::sandbox {

class Contacts : public Records {
 public:
  explicit Contacts(Database& database);

  /// Adds one contact for each list of changes, or stops at the first refusal; the caller rolls back then.
  [[nodiscard]] std::variant<std::vector<Values>, Refusal> create(const std::string& customer_id,
                                                                  const std::vector<Changes>& rows, Milliseconds time);

  [[nodiscard]] std::variant<Values, Refusal> patch(const std::string& id, const Changes& changes, Milliseconds time);

  /// Adds to the changes of a contact the key that belongs to a changed address. False: that is another contact's (R35).
  [[nodiscard]] bool add_key(std::string_view id, Changes& changes);
};

/// What two addresses share that differ in nothing but case.
[[nodiscard]] std::string email_key(std::string_view email);

}  // namespace vestibule::sandbox

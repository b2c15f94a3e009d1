/// How this Nue behaves where the sources leave it open: a choice for each question, one value of which is in force.
/// Depends on: database.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "database.hpp"

namespace vestibule::sandbox {

/// What can be chosen. The first value of each setting holds until another is chosen.
enum class Choice : std::uint8_t {
  batches_whole,          ///< stored as a whole or not at all
  batches_partial,        ///< 207: good rows stored, the others in `warnings` (nue-api 10.4)
  members_refused,        ///< unknown and read-only members are a 400
  members_ignored,        ///< they are dropped, with a warning (10.17)
  modified_last,          ///< `lastModifiedDate`
  modified_both,          ///< and `modifiedDate` beside it (10.6)
  modified_bare,          ///< `modifiedDate` alone
  one_as_array,           ///< one record is answered as an array of one
  one_as_object,          ///< or as it is (10.26)
  update_both,            ///< both paths that are printed for updating a customer exist
  update_customers,       ///< only /customers/{customerId} (10.9)
  update_orders,          ///< only /orders/customers/{customerId}
  missing_key_401,        ///< the status without a key
  missing_key_400,        ///< "an invalid request" (10.3)
  filters_honoured,       ///< filters of lists
  filters_ignored,        ///< every record is answered
  filters_refused,        ///< they are a 400
  drafts_kept,            ///< a draft order stays in Nue
  drafts_synced,          ///< it is pushed to Salesforce, with an account for its customer (10.12)
  nue_to_salesforce_on,   ///< Nue's webhook endpoints for the sync are there
  nue_to_salesforce_off,  ///< somebody deleted them (R29): nothing is written to Salesforce
  picklists_open,         ///< Salesforce takes values that are not in the lists of its picklists
  picklists_restricted,   ///< it refuses them (R28)
  lists_open,             ///< so does Nue, of its own open ones (10.18)
  lists_closed,           ///< they are a 400
  partial_207,            ///< the status of a batch that was stored in part
  partial_201,            ///< as if all of it were (10.4)
  orders_activated,       ///< the status of an order after its activation
  orders_active,          ///< (10.7)
  errors_upper,           ///< "FAILED", "VALIDATION_ERROR"
  errors_lower,           ///< "error", "validation_error" (10.2)
};

struct ChoiceRow {
  std::string_view setting;
  std::string_view value;
};

/// By Choice; the choices of one setting stand together.
[[nodiscard]] std::span<const ChoiceRow> choices();

class Settings {
 public:
  explicit Settings(Database& database);

  [[nodiscard]] bool has(Choice choice);
  void choose(Choice choice);

  /// Any value that is kept under a name of its own; nothing when none was.
  [[nodiscard]] std::optional<std::string> text(std::string_view name);
  void set(std::string_view name, std::string_view value);

 private:
  Statement text_;
  Statement set_;
};

void prepare_settings(Database& database);

}  // namespace vestibule::sandbox

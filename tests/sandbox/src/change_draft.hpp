/// The body of POST /change-orders, judged by itself.
/// Depends on: body, order_draft.
///
/// Which members a change has beside changeType and assetNumber is not documented; these names are ours:
///   UpdateQuantity  quantity (the new one), startDate
///   Renew           renewalTerm (months)
///   Cancel          cancellationDate (the last day of service)
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "body.hpp"

namespace vestibule::sandbox {

enum class ChangeType { update_quantity, renew, cancel };

/// "UpdateQuantity", as it is sent and stored.
[[nodiscard]] std::string_view to_string(ChangeType type);
[[nodiscard]] std::optional<ChangeType> read_change_type(std::string_view text);

struct AssetChange {
  ChangeType type{};
  std::string asset_number;              ///< the name of a subscription
  std::optional<std::int64_t> quantity;  ///< of an update
  std::optional<int> term;               ///< of a renewal
  std::optional<Day> day;                ///< the start of an update, the last day before a cancellation
};

struct ChangeDraft {
  std::optional<std::string> customer_id;
  std::optional<std::string> name;
  std::optional<std::string> description;
  std::optional<Day> effective_date;
  std::vector<AssetChange> changes;
  bool preview_invoice = false;
};

/// Errors  a 400 with every problem of the body
/// Source  api-docs.nue.io create change order preview
[[nodiscard]] std::variant<ChangeDraft, Problem> read_change_draft(std::string_view body);

}  // namespace vestibule::sandbox

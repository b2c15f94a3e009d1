/// Which account became which: merges of Salesforce accounts, followed to their end.
/// Depends on: ids/salesforce_id.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "vestibule/ids/salesforce_id.hpp"

namespace vestibule::sync {

/// A loser has one winner for good; a second merge of the same loser is not taken.
class AccountMerges {
 public:
  void add(const ids::SalesforceId& loser, const ids::SalesforceId& winner);

  /// The account at the end of the chain, the same where it never merged; nothing when the chain leads back (L18).
  /// Cost: the chain's length times the logarithm of all merges.
  [[nodiscard]] std::optional<ids::SalesforceId> resolve(const ids::SalesforceId& account) const;

 private:
  std::vector<std::pair<ids::SalesforceId, ids::SalesforceId>> merges_;  // by loser
};

}  // namespace vestibule::sync

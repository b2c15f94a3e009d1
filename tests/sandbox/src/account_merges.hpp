/// Merged accounts: which account is left at the end, as the org has it now (L18).
/// Depends on: repositories, sync_client; sync/account_merges of the core.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "repositories.hpp"
#include "sync_client.hpp"
#include "vestibule/lifecycle/event.hpp"

namespace vestibule::sandbox {

/// Where a chain of merges ends.
struct MergeEnd {
  ids::SalesforceId account;
  bool cycle = false;  ///< it leads back to where it began, which Salesforce lets nobody do and half a backup can
};

/// By the account that was merged away, in 18 characters.
using MergeEnds = std::map<std::string, MergeEnd, std::less<>>;

/// Follows the account that another one was merged into. Nothing when the org does not answer.
[[nodiscard]] std::optional<MergeEnd> end_of_merges(SyncClient& org, std::string_view master);

/// What it means for the customer of the account that was merged away.
[[nodiscard]] lifecycle::Event merged_event(Repositories& repositories, const ids::SalesforceId& loser,
                                            const MergeEnd& end);

}  // namespace vestibule::sandbox

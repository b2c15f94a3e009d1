/// One event of the feed of changes, as Salesforce's Change Data Capture has them.
/// Depends on: nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vestibule::sandbox {

enum class OrgChange : std::uint8_t { create, update, remove, undelete };

/// "CREATE", "UPDATE", "DELETE", "UNDELETE".
[[nodiscard]] std::string_view to_string(OrgChange change);

struct OrgEvent {
  struct Recorded {
    std::string id;
    std::int64_t version = 0;  ///< the one this change made

    friend bool operator==(const Recorded&, const Recorded&) = default;
  };

  std::int64_t sequence = 0;  ///< ascending, not without gaps
  std::string object;         ///< "Account"
  OrgChange change{};
  std::vector<Recorded> records;        ///< several: one change of many records, which is no merge of accounts
  std::optional<std::string> master{};  ///< of a merge's loser: the winner
  std::vector<std::string> fields{};    ///< with a new value
  std::string actor{};                  ///< who made the change
  std::string time{};                   ///< ISO 8601, UTC
};

}  // namespace vestibule::sandbox

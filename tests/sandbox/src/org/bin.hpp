/// The recycle bin: what is deleted can come back, until it is purged; and merges, which put the loser there.
/// Depends on: org/journal, org/problem.
#pragma once

#include "org/journal.hpp"
#include "org/problem.hpp"

namespace vestibule::sandbox::org {

/// To the bin, with the contacts of an account.
[[nodiscard]] Record remove(Storage& storage, Journal& journal, Record record);

/// Back from the bin, with the contacts that went there with it. A merge's loser comes back as a record of its own.
[[nodiscard]] Outcome<Record> undelete(Storage& storage, Journal& journal, Record record);

/// Gone for good, from the bin or not, with its contacts. No event tells of it.
void purge(Storage& storage, Journal& journal, const Record& record);

/// The loser goes to the bin and names the winner; what named the loser names the winner.
[[nodiscard]] Outcome<Record> merge(Storage& storage, Journal& journal, Record winner, Record loser);

struct PastMerge {
  std::int64_t sequence = 0;
  std::string loser;
  std::string winner;
  std::optional<std::string> key;  ///< that the loser had
};

/// What was merged into a record itself, the oldest first. Stays when the loser is purged.
[[nodiscard]] std::vector<PastMerge> merges_into(Storage& storage, const std::string& winner);

}  // namespace vestibule::sandbox::org

#include "vestibule/sync/account_merges.hpp"

#include <algorithm>

namespace vestibule::sync {
namespace {

auto find(auto& merges, const ids::SalesforceId& loser) {
  return std::lower_bound(merges.begin(), merges.end(), loser, [](const auto& merge, const ids::SalesforceId& id) {
    return merge.first.text() < id.text();
  });
}

}  // namespace

void AccountMerges::add(const ids::SalesforceId& loser, const ids::SalesforceId& winner) {
  const auto place = find(merges_, loser);
  if (place == merges_.end() || place->first != loser) merges_.insert(place, {loser, winner});
}

std::optional<ids::SalesforceId> AccountMerges::resolve(const ids::SalesforceId& account) const {
  ids::SalesforceId end = account;
  // A chain without a circle passes each merge at most once.
  for (std::size_t steps = 0; steps <= merges_.size(); ++steps) {
    const auto place = find(merges_, end);
    if (place == merges_.end() || place->first != end) return end;
    end = place->second;
  }
  return std::nullopt;
}

}  // namespace vestibule::sync

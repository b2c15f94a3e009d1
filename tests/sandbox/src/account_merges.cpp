#include "account_merges.hpp"

#include "vestibule/sync/account_merges.hpp"

namespace vestibule::sandbox {
namespace {

ids::SalesforceId id_of(std::string_view text) {
  const auto id = ids::parse_salesforce_id(text);
  return id.ok() ? id.value().id : ids::SalesforceId{};
}

// The account that this one was merged into; "" where it was not. Nothing when the org does not answer.
std::optional<std::string> master_of(SyncClient& org, std::string_view account) {
  const SyncAnswer answer = org.list("Account", "includeDeleted=true&limit=1&ids=" + std::string{account});
  if (answer.kind != SyncAnswer::Kind::done) return std::nullopt;
  for (const nlohmann::json& record : answer.body["records"]) {
    const auto master = record.find("MasterRecordId");
    if (master != record.end() && master->is_string()) return master->get<std::string>();
  }
  return "";
}

}  // namespace

std::optional<MergeEnd> end_of_merges(SyncClient& org, std::string_view master) {
  sync::AccountMerges merges;
  const ids::SalesforceId first = id_of(master);
  for (std::string account{master};;) {
    const auto next = master_of(org, account);
    if (!next) return std::nullopt;
    if (next->empty()) break;
    merges.add(id_of(account), id_of(*next));
    if (!merges.resolve(first)) break;
    account = *next;
  }
  const auto end = merges.resolve(first);
  return MergeEnd{end.value_or(first), !end};
}

lifecycle::Event merged_event(Repositories& repositories, const ids::SalesforceId& loser, const MergeEnd& end) {
  return {.kind = lifecycle::EventKind::account_merged,
          .account = loser,
          .winner = end.account,
          .taken = repositories.lives.holder_of(end.account.text()).has_value(),
          .cycle = end.cycle};
}

}  // namespace vestibule::sandbox

#include "reconcile.hpp"

#include <map>

#include "account_merges.hpp"
#include "customer_life.hpp"
#include "in_writer.hpp"

namespace vestibule::sandbox {
namespace {

constexpr std::size_t batch = 200;
constexpr Milliseconds day_length = 86'400'000;

std::uint32_t days_since(std::optional<Milliseconds> time, Milliseconds now) {
  return time && now > *time ? static_cast<std::uint32_t>((now - *time) / day_length) : 0;
}

// What the org shows that the life does not know yet; nothing where they agree.
std::optional<lifecycle::Event> difference(Repositories& repositories, const lifecycle::Life& life,
                                           const nlohmann::json& account, const MergeEnds& ends) {
  const auto version = account.value("Version", std::uint64_t{0});
  if (!account.value("IsDeleted", false)) {
    if (life.link != lifecycle::Link::suspended) return std::nullopt;
    return lifecycle::Event{
        .kind = lifecycle::EventKind::account_undeleted, .account = *life.account, .version = version};
  }
  if (life.link != lifecycle::Link::linked) return std::nullopt;
  const auto end = ends.find(life.account->text());
  if (end == ends.end()) {
    return lifecycle::Event{
        .kind = lifecycle::EventKind::account_deleted, .account = *life.account, .version = version};
  }
  return merged_event(repositories, *life.account, end->second);
}

void compare(Repositories& repositories, const std::string& customer, const nlohmann::json* account,
             const MergeEnds& ends, Milliseconds time) {
  const lifecycle::Life life = repositories.lives.find(customer);
  if (!life.account) return;
  const Occasion occasion{"reconcile", time};
  if (account == nullptr) {
    tell(repositories, customer,
         {.kind = lifecycle::EventKind::account_missing,
          .account = *life.account,
          .days = days_since(repositories.lives.suspended_since(customer), time)},
         occasion);
    return;
  }
  if (const auto event = difference(repositories, life, *account, ends)) {
    tell(repositories, customer, *event, occasion);
    return;
  }
  const sync::Ledger ledger = repositories.sync.ledger(customer);
  if (sync::is_news(ledger, sync::Side::org, account->value("Version", std::uint64_t{0}))) {
    repositories.sync.add(customer, "customer", time);
  }
}

}  // namespace

void begin_reconcile(Repositories& repositories, Day today) {
  repositories.sync.set_reconciled_on(today);
  repositories.sync.set_reconciled("");
  for (const std::string& customer : repositories.lives.pending()) repositories.sync.add(customer, "customer", now());
}

bool begin_daily_reconcile(Store& store, Day today) {
  bool begun = false;
  in_writer(store, [&](Repositories& repositories) {
    const auto last = repositories.sync.reconciled_on();
    if (last && *last >= today) return;
    begun = last.has_value();
    if (begun) {
      begin_reconcile(repositories, today);
    } else {
      repositories.sync.set_reconciled_on(today);
    }
  });
  return begun;
}

bool reconcile_some(Store& store, SyncClient& org) {
  std::vector<Lives::Tie> ties;
  bool under_way = false;
  in_writer(store, [&](Repositories& repositories) {
    const auto after = repositories.sync.reconciled();
    under_way = after.has_value();
    if (!under_way) return;
    ties = repositories.lives.ties_after(*after, batch);
    if (ties.empty()) repositories.sync.set_reconciled(std::nullopt);
  });
  if (ties.empty()) return under_way;
  std::string query = "includeDeleted=true&limit=" + std::to_string(batch) + "&ids=";
  for (const Lives::Tie& tie : ties) query.append(tie.account).append(",");
  query.pop_back();
  const SyncAnswer answer = org.list("Account", query);
  if (answer.kind != SyncAnswer::Kind::done) return false;
  std::map<std::string, const nlohmann::json*, std::less<>> accounts;
  MergeEnds ends;
  for (const nlohmann::json& account : answer.body["records"]) {
    accounts.emplace(account.value("Id", ""), &account);
    const auto master = account.find("MasterRecordId");
    if (master == account.end() || !master->is_string()) continue;
    const auto end = end_of_merges(org, master->get<std::string>());
    if (!end) return false;
    ends[account.value("Id", "")] = *end;
  }
  in_writer(store, [&](Repositories& repositories) {
    for (const auto& [customer, account] : ties) {
      const auto found = accounts.find(account);
      compare(repositories, customer, found == accounts.end() ? nullptr : found->second, ends, now());
    }
    repositories.sync.set_reconciled(ties.back().customer);
  });
  return true;
}

}  // namespace vestibule::sandbox

/// A Salesforce org: accounts with versions, a key, a bin and merges, changed by people and by requests.
/// Depends on: world/messages, frame/run.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "frame/run.hpp"
#include "world/messages.hpp"

namespace vestibule::simulation {

/// Where an account is found, for as long as the org lives.
using AccountNumber = std::uint32_t;

struct Account {
  enum class State : std::uint8_t { living, in_bin, gone };

  ids::SalesforceId id;
  sync::Snapshot values;
  std::uint64_t version = 1;
  std::uint64_t ours = 0;  ///< the version that a sync made last
  State state{};
  Time deleted_at = 0;
  std::optional<CustomerNumber> key;
  std::optional<AccountNumber> merged_into;
};

class Org {
 public:
  explicit Org(Run& run) : run_{run} {}

  [[nodiscard]] Answer handle(const Request& request);

  // What people do.
  AccountNumber make(sync::Snapshot values, std::optional<CustomerNumber> key);
  void edit(AccountNumber number, const std::vector<sync::Change>& changes);
  void merge(AccountNumber loser, AccountNumber winner);
  /// Each becomes the other's loser. Salesforce lets nobody do this; who restores half of a backup can.
  void merge_in_circle(AccountNumber one, AccountNumber other);
  void remove(AccountNumber number);
  /// False where another account has its key by now.
  bool undelete(AccountNumber number);
  void purge(AccountNumber number);
  /// What has been in the bin for 15 days is gone; nobody is told.
  void empty_bin();

  [[nodiscard]] const std::vector<Account>& accounts() const { return accounts_; }
  [[nodiscard]] std::optional<AccountNumber> find(const ids::SalesforceId& id) const;
  [[nodiscard]] std::optional<AccountNumber> find_by_key(CustomerNumber key) const;
  [[nodiscard]] OrgRecord record_of(AccountNumber number) const;

  std::function<void(OrgEvent)> on_event;
  /// A request changed these places of an account.
  std::function<void(AccountNumber, const std::vector<sync::Change>&)> on_written;

 private:
  Answer create(const Request& request);
  Answer change(const Request& request);
  void tell(AccountNumber number, OrgChange change);

  Run& run_;
  std::vector<Account> accounts_;
};

}  // namespace vestibule::simulation

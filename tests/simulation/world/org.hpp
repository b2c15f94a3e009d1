/// A Salesforce org: accounts and their contacts with versions, keys, a bin and merges, changed by people and by requests.
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

/// Where a record is found, for as long as the org lives.
using OrgNumber = std::uint32_t;

struct OrgRow {
  enum class State : std::uint8_t { living, in_bin, gone };

  ids::SalesforceId id;
  sync::Snapshot values;
  std::uint64_t version = 1;
  std::uint64_t ours = 0;  ///< the version that a sync made last
  State state{};
  Time deleted_at = 0;
  bool went_with_account = false;  ///< of a contact in the bin
  Entity entity{};                 ///< customer: an account
  std::optional<Key> key;
  std::optional<OrgNumber> merged_into;
  std::optional<OrgNumber> account;  ///< of a contact
};

class Org {
 public:
  explicit Org(Run& run) : run_{run} {}

  [[nodiscard]] Answer handle(const Request& request);

  // What people do.
  OrgNumber make(sync::Snapshot values, std::optional<Key> key);
  OrgNumber make_contact(OrgNumber account, sync::Snapshot values, std::optional<Key> key);
  void edit(OrgNumber number, const std::vector<sync::Change>& changes);
  void merge(OrgNumber loser, OrgNumber winner);
  /// Each becomes the other's loser. Salesforce lets nobody do this; who restores half of a backup can.
  void merge_in_circle(OrgNumber one, OrgNumber other);
  void remove(OrgNumber number);
  /// With an account its contacts go to the bin, and come back from it. False where another record has its key by now, or
  /// its account is deleted.
  bool undelete(OrgNumber number);
  void purge(OrgNumber number);
  /// What has been in the bin for 15 days is gone; nobody is told.
  void empty_bin();

  [[nodiscard]] const std::vector<OrgRow>& rows() const { return rows_; }
  [[nodiscard]] std::optional<OrgNumber> find(const ids::SalesforceId& id) const;
  [[nodiscard]] std::optional<OrgNumber> find_by_key(const Key& key) const;
  [[nodiscard]] OrgRecord record_of(OrgNumber number) const;

  std::function<void(OrgEvent)> on_event;
  /// A request changed these places of a record.
  std::function<void(OrgNumber, const std::vector<sync::Change>&)> on_written;

 private:
  OrgNumber add(Entity entity, sync::Snapshot values, std::optional<Key> key);
  [[nodiscard]] std::vector<OrgNumber> contacts_of(OrgNumber account, OrgRow::State state) const;
  Answer create(const Request& request);
  Answer change(const Request& request);
  void tell(OrgNumber number, OrgChange change);

  Run& run_;
  std::vector<OrgRow> rows_;
};

}  // namespace vestibule::simulation

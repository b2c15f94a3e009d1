/// Nue's database: customers, their contacts and lives, the state of their sync, the work that is due, and the audit log. What stands
/// here is on the disk; it changes in transactions only (world/host).
/// Depends on: world/clock, world/messages; lifecycle, sync and audit of the core.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vestibule/audit/chain.hpp"
#include "vestibule/lifecycle/step.hpp"
#include "vestibule/sync/account_merges.hpp"
#include "world/clock.hpp"
#include "world/messages.hpp"

namespace vestibule::simulation {

/// A sync that is to be done, and who has taken it. Times are those of the clock on the wall.
struct Task {
  bool wanted = false;
  std::uint32_t asked = 0;     ///< how often it was asked for
  std::uint32_t attempts = 0;  ///< that failed in a row
  std::uint32_t epoch = 0;     ///< of the lease; a worker with another one may store nothing
  std::uint64_t due = 0;
  std::uint64_t leased_until = 0;
};

/// What a customer and a contact have alike.
struct Record {
  sync::Snapshot values;
  std::uint64_t version = 1;
  std::uint64_t ours = 0;  ///< the version that a sync made last
  sync::Ledger ledger;
  Task task;
};

struct Row {
  Record record;
  lifecycle::Life life;
  std::uint64_t suspended_at = 0;
  std::uint64_t pending_since = 0;
  bool overdue_told = false;  ///< that it waits for too long
  std::string key;            ///< of its audit values; "" once destroyed
};

struct ContactRow {
  Record record;
  CustomerNumber customer = 0;
  std::optional<ids::SalesforceId> external;  ///< its id in the org, once it was made there; never changes
};

/// A customer of another system, as a file holds it.
struct ImportRow {
  std::uint32_t legacy = 0;  ///< the id it had there
  sync::Snapshot values;
  std::optional<ids::SalesforceId> account;
};

/// Who changes a record: a person, a sync, or an event that the record itself shows.
enum class By : std::uint8_t { person, sync, event };

class Nue {
 public:
  Nue(Run& run, const Clock& clock) : run_{run}, clock_{clock} {}

  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
  [[nodiscard]] const Row& row(CustomerNumber customer) const { return rows_[customer]; }
  [[nodiscard]] const std::vector<ContactRow>& contacts() const { return contacts_; }
  [[nodiscard]] const Record& record(const Key& key) const;
  /// Of the customer, a contact's too.
  [[nodiscard]] const lifecycle::Life& life(const Key& key) const;
  /// The account or contact that a record is tied to.
  [[nodiscard]] std::optional<ids::SalesforceId> tie_of(const Key& key) const;
  [[nodiscard]] std::optional<CustomerNumber> holder_of(const ids::SalesforceId& account) const;
  /// Also of contacts.
  [[nodiscard]] std::optional<Key> record_tied_to(const ids::SalesforceId& id) const;
  /// Every customer, then every contact.
  [[nodiscard]] std::vector<Key> keys() const;

  // Each of these is a part of one transaction, and writes its own line of the audit log.
  CustomerNumber make(sync::Snapshot values);
  void make_contact(CustomerNumber customer, sync::Snapshot values);
  /// The org made it.
  void tie_contact(ContactNumber contact, const ids::SalesforceId& external);
  /// Nothing where the row was taken in before, or where its account is another customer's.
  std::optional<CustomerNumber> take_in(const ImportRow& row);
  void tell(CustomerNumber customer, const lifecycle::Event& event, std::string_view actor);
  /// Tells a person of each account that is due for too long, once for each time that it waits.
  void tell_overdue();
  /// By a person.
  void change(const Key& key, const std::vector<sync::Change>& changes);
  /// By a sync; false where the record is not at the version that was read.
  bool write(const Key& key, const sync::SideWrite& write);
  void set_mode(lifecycle::Mode mode) { mode_ = mode; }

  // And these write none: they are the sync's own books.
  void store(const Key& key, sync::Ledger ledger, const std::vector<sync::Conflict>& conflicts = {});
  Task& task(const Key& key) { return at(key).task; }
  /// Work that waits already keeps the earlier time.
  void want(const Key& key, std::uint64_t due);
  void note_merge(const ids::SalesforceId& loser, const ids::SalesforceId& winner) { merges_.add(loser, winner); }

  [[nodiscard]] const sync::AccountMerges& merges() const { return merges_; }
  [[nodiscard]] lifecycle::Mode mode() const { return mode_; }
  [[nodiscard]] const std::string& audit() const { return audit_; }
  [[nodiscard]] const audit::Head& head() const { return head_; }

  /// Of a mistake compiled in on purpose: writes what was left out.
  void write_late_entries();

  std::function<void(CustomerNumber, const lifecycle::Life& before, const lifecycle::Event&)> on_told;
  std::function<void(const Key&, const std::vector<sync::Change>&, const sync::Snapshot& before, By)> on_changed;
  /// A contact is tied to what the org made of it.
  std::function<void(ContactNumber)> on_contact_tied;
  std::function<void(const Key&, const sync::Conflict&)> on_conflict;
  std::function<void(CustomerNumber)> on_overdue;

 private:
  [[nodiscard]] Record& at(const Key& key);
  void change(const Key& key, const std::vector<sync::Change>& changes, By by);
  void append(const audit::Entry& entry);
  void erase(CustomerNumber customer);
  /// What the record itself shows of its life.
  [[nodiscard]] std::vector<sync::Change> shown(const Row& row, const lifecycle::Step& step) const;
  void put(const Key& key, const std::vector<sync::Change>& changes, By by, audit::Entry& entry);

  Run& run_;
  const Clock& clock_;
  std::vector<Row> rows_;
  std::vector<ContactRow> contacts_;
  std::map<std::uint32_t, CustomerNumber> migrated_;  ///< by legacy id
  sync::AccountMerges merges_;
  lifecycle::Mode mode_{};
  std::string audit_;
  audit::Head head_;
  std::vector<audit::Entry> late_;
};

[[nodiscard]] inline ids::Uuid customer_id(CustomerNumber customer) { return uuid_of(1, customer); }

}  // namespace vestibule::simulation

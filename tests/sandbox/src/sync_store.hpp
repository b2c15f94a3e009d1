/// What the sync keeps between passes: settings, work to do, ledgers and the conflict log.
/// Depends on: calendar, clock, database, settings; sync/json of the core.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar.hpp"
#include "clock.hpp"
#include "database.hpp"
#include "settings.hpp"
#include "vestibule/lifecycle/life.hpp"
#include "vestibule/sync/json.hpp"

namespace vestibule::sandbox {

/// A record whose sides are to be compared.
struct SyncTask {
  std::string id;      ///< of a customer or a contact
  std::string entity;  ///< "customer" or "contact"
  Milliseconds due = 0;
  std::int64_t attempts = 0;  ///< that failed in a row
  std::int64_t asked = 0;     ///< how often it was asked for
};

class SyncStore {
 public:
  explicit SyncStore(Database& database);

  [[nodiscard]] lifecycle::Mode mode();
  void set_mode(lifecycle::Mode mode);
  /// Between a change and its sync.
  [[nodiscard]] Milliseconds delay();
  void set_delay(Milliseconds delay);
  /// Of the org's feed: the last event that was looked at.
  [[nodiscard]] std::int64_t cursor();
  void set_cursor(std::int64_t sequence);

  /// The field that an account must have to become a customer (nue-api R20); "": any account.
  [[nodiscard]] std::string account_filter();
  void set_account_filter(std::string_view field);
  /// Of the look through all accounts: the last one seen, "" before the first; nothing when none is under way.
  [[nodiscard]] std::optional<std::string> accounts_seen();
  void set_accounts_seen(const std::optional<std::string>& account);
  /// Of the reconcile: the last customer compared, "" before the first; nothing when none is under way.
  [[nodiscard]] std::optional<std::string> reconciled();
  void set_reconciled(const std::optional<std::string>& customer);
  /// The day the last one began on.
  [[nodiscard]] std::optional<Day> reconciled_on();
  void set_reconciled_on(Day day);

  /// A record that waits already keeps the earlier time.
  void add(std::string_view id, std::string_view entity, Milliseconds due);
  /// Unless it was asked for again meanwhile: then it is due as that says.
  void put_off(const SyncTask& task, Milliseconds due);
  /// Nothing waits beyond `time`.
  void hasten(Milliseconds time);
  /// Takes a task off, unless it was asked for again since it was read.
  void finish(const SyncTask& task);
  /// The first one due at `time`.
  [[nodiscard]] std::optional<SyncTask> next(Milliseconds time);

  [[nodiscard]] sync::Ledger ledger(std::string_view id);
  void store(std::string_view id, const sync::Ledger& ledger);

  void add_conflict(std::string_view id, std::string_view fields, std::string_view side, std::string_view lost,
                    Milliseconds time);
  /// A JSON array.
  [[nodiscard]] std::string conflicts();
  /// Takes out every value of a record: its ledger and what it lost.
  void forget(std::string_view id);

 private:
  [[nodiscard]] std::int64_t number(std::string_view setting, std::int64_t otherwise);
  [[nodiscard]] std::optional<std::string> place(std::string_view name);
  void set_place(std::string_view name, const std::optional<std::string>& place);

  Settings settings_;
  Statement add_, put_off_, hasten_, finish_, next_;
  Statement ledger_, store_;
  Statement add_conflict_, conflicts_;
  Statement forget_ledger_, forget_conflicts_;
};

void prepare_sync_store(Database& database);

}  // namespace vestibule::sandbox

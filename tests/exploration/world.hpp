/// A small world with everything the sync has to live with: customers in Nue, accounts in Salesforce, people who edit
/// either, events that come late or twice, processes that die. What happens to a customer, and what a pass does, is
/// decided by the library's own functions.
/// Depends on: lifecycle/step, sync/pass.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "vestibule/lifecycle/step.hpp"
#include "vestibule/sync/pass.hpp"

namespace vestibule::exploration {

inline constexpr std::size_t customer_count = 2;
inline constexpr std::size_t account_count = 2;
inline constexpr std::size_t field_count = 3;  // one by itself, two that are one address

/// Values are tokens of one character: '1' stood there at first, '2' to '7' were typed in Nue, '8' to '=' in Salesforce.
inline constexpr char first_token = '1';
[[nodiscard]] constexpr bool typed_in(sync::Side side, char token) {
  return side == sync::Side::nue ? token >= '2' && token < '8' : token >= '8';
}

struct Store {
  sync::Snapshot values{std::string{first_token}, std::string{first_token}, std::string{first_token}};
  std::uint64_t version = 1;
  std::uint64_t ours = 0;  ///< the version that a sync wrote last

  friend bool operator==(const Store&, const Store&) = default;
};

/// What the checks remember and the library does not know.
struct Witness {
  /// Tokens typed on a side, still to arrive on the other or in the conflict log; by side and field, a bit each.
  std::array<std::array<std::uint16_t, field_count>, 2> due{};
  /// Every address a person has left behind, as two tokens.
  std::vector<std::array<char, 2>> addresses{{first_token, first_token}};
  /// What the account had that a customer was moved to, by field: as good as typed in Salesforce.
  std::array<std::uint16_t, field_count> brought{};
  std::uint8_t edits = 0;
  std::uint8_t writes = 0;
  lifecycle::Stage stage{};  ///< the furthest one seen
  bool continuous = false;   ///< whether the mode ever was
  std::string broken;        ///< a rule that a step broke, as soon as it did

  friend bool operator==(const Witness&, const Witness&) = default;
};

struct Customer {
  lifecycle::Life life;
  lifecycle::Life audited;  ///< as the audit log tells it
  Store store;
  sync::Ledger ledger;
  sync::Pass pass;
  std::vector<sync::Effect> queue;  ///< of the pass
  std::uint8_t pass_account = 0;    ///< the account the pass is about
  bool account_due = false;         ///< make_account was asked for
  Witness witness;
};

struct Account {
  Store store;
  bool exists = false;
  bool deleted = false;
  std::uint8_t merged_into = 0;         ///< 1 + the winner; 0: none, or it was brought back since
  std::uint8_t told_winner = 0;         ///< the same by the last merge told, which comes again and again
  std::uint8_t made_for = 0;            ///< 1 + the customer that is its key; 0: none
  std::uint64_t deleted_version = 0;    ///< of the last deletion told; 0: none
  std::uint64_t undeleted_version = 0;  ///< the same of an undeletion
  sync::Reading told;  ///< by the first event about an edit, which comes again and again; version 0: none
};

/// How much of everything may still happen.
struct Budget {
  std::uint8_t nue_edits = 0, org_edits = 0, crashes = 0, orders = 0, modes = 0, merges = 0, deletions = 0,
               releases = 0;
};

struct World {
  std::array<Customer, customer_count> customers{};
  std::array<Account, account_count> accounts{};
  Budget budget;
  std::uint8_t next_nue_token = 0, next_org_token = 0;
};

/// Whose the first field is: Salesforce's (a field of the profile) or Nue's (a billing field). Before a search begins.
void choose_master(sync::Side master);
[[nodiscard]] const sync::Plan& plan();
[[nodiscard]] ids::Uuid customer_id(std::size_t customer);
/// Two ids that differ by the case of one letter.
[[nodiscard]] ids::SalesforceId account_id(std::size_t account);

[[nodiscard]] std::string encode(const World& world);
[[nodiscard]] World decode(std::string_view bytes);

/// Why the world breaks a rule; "" where it does not.
[[nodiscard]] std::string broken(const World& world);

}  // namespace vestibule::exploration

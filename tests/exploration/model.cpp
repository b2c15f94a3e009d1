#include "model.hpp"

#include "mutants.hpp"
#include "vestibule/sync/account_merges.hpp"

namespace vestibule::exploration {
namespace {

using lifecycle::EventKind;
using sync::Side;

bool spend(std::uint8_t& left) {
  if (left == 0) return false;
  --left;
  return true;
}

bool taken(const World& world, std::size_t customer, std::size_t account) {
  for (std::size_t other = 0; other < customer_count; ++other) {
    if (other != customer && world.customers[other].life.account == account_id(account)) return true;
  }
  return false;
}

// People.

bool edit_nue(World& world, std::size_t customer, std::size_t field) {
  if (!world.customers[customer].life.account || !spend(world.budget.nue_edits)) return false;
  edit(world, world.customers[customer].store, world.customers[customer].witness, Side::nue, field);
  return true;
}

bool edit_org(World& world, std::size_t customer, std::size_t field) {
  const std::size_t number = account_of(world, customer);
  if (number == account_count || world.accounts[number].deleted || !spend(world.budget.org_edits)) return false;
  Account& account = world.accounts[number];
  edit(world, account.store, world.customers[customer].witness, Side::org, field);
  if (account.told.version == 0) account.told = {account.store.values, account.store.version, account.store.ours};
  return true;
}

bool activate_order(World& world, std::size_t customer, std::size_t) {
  if (world.customers[customer].life.orders.any_activated() || !spend(world.budget.orders)) return false;
  tell(world, customer, {.kind = EventKind::order_activated, .order = customer_id(customer), .day = {2026, 1, 1}});
  return true;
}

bool change_mode(World& world, std::size_t customer, std::size_t) {
  if (!spend(world.budget.modes)) return false;
  using enum lifecycle::Mode;
  const auto now = world.customers[customer].life.mode;
  tell(world, customer, {.kind = EventKind::mode_changed, .mode = now == selective ? continuous : selective});
  return true;
}

bool release(World& world, std::size_t customer, std::size_t) {
  if (world.customers[customer].life.hold == lifecycle::Hold::none || !spend(world.budget.releases)) return false;
  tell(world, customer, {.kind = EventKind::hold_released});
  return true;
}

bool merge(World& world, std::size_t loser, std::size_t) {
  const std::size_t winner = 1 - loser;
  Account& account = world.accounts[loser];
  if (!account.exists || account.deleted || !world.accounts[winner].exists || world.accounts[winner].deleted)
    return false;
  if (!spend(world.budget.merges)) return false;
  account.deleted = true;
  account.merged_into = account.told_winner = static_cast<std::uint8_t>(winner + 1);
  ++account.store.version;
  return true;
}

bool delete_account(World& world, std::size_t number, std::size_t) {
  Account& account = world.accounts[number];
  if (!account.exists || account.deleted || !spend(world.budget.deletions)) return false;
  account.deleted = true;
  account.deleted_version = ++account.store.version;
  return true;
}

bool undelete_account(World& world, std::size_t number, std::size_t) {
  Account& account = world.accounts[number];
  if (!account.deleted) return false;
  account.deleted = false;
  account.merged_into = 0;
  account.undeleted_version = ++account.store.version;
  return true;
}

// Events: whatever was ever told can come again, late, and in any order.

bool tell_link(World& world, std::size_t customer, std::size_t number) {
  if (world.accounts[number].made_for != customer + 1) return false;
  tell(world, customer,
       {.kind = EventKind::link_set, .account = account_id(number), .taken = taken(world, customer, number)});
  return true;
}

// The host asks Salesforce where the merges end by now.
bool tell_merge(World& world, std::size_t customer, std::size_t loser) {
  if (world.accounts[loser].told_winner == 0) return false;
  sync::AccountMerges merges;
  for (std::size_t i = 0; i < account_count; ++i) {
    const std::uint8_t into = world.accounts[i].merged_into;
    if (into != 0) merges.add(account_id(i), account_id(into - 1U));
  }
  const ids::SalesforceId winner = account_id(world.accounts[loser].told_winner - 1U);
  const auto end = merges.resolve(winner);
  tell(world, customer,
       {.kind = EventKind::account_merged,
        .account = account_id(loser),
        .winner = end.value_or(winner),
        .taken = end && taken(world, customer, number_of(*end)),
        .cycle = !end});
  return true;
}

bool tell_deleted(World& world, std::size_t customer, std::size_t number) {
  const std::uint64_t version = world.accounts[number].deleted_version;
  if (version == 0) return false;
  tell(world, customer, {.kind = EventKind::account_deleted, .account = account_id(number), .version = version});
  return true;
}

bool tell_undeleted(World& world, std::size_t customer, std::size_t number) {
  const std::uint64_t version = world.accounts[number].undeleted_version;
  if (version == 0) return false;
  tell(world, customer, {.kind = EventKind::account_undeleted, .account = account_id(number), .version = version});
  return true;
}

bool reconcile(World& world, std::size_t customer, std::size_t late) {
  const std::size_t number = account_of(world, customer);
  if (number == account_count || !world.accounts[number].deleted) return false;
  tell(world, customer,
       {.kind = EventKind::account_missing, .account = account_id(number), .days = late == 0 ? 1U : 16U});
  return true;
}

// Processes.

bool make(World& world, std::size_t customer, std::size_t) {
  if (!world.customers[customer].account_due) return false;
  make_account(world, customer);
  return true;
}

bool begin_pass(World& world, std::size_t customer, std::size_t) {
  if (world.customers[customer].pass.phase != sync::Phase::idle || !may_sync(world, customer)) return false;
  start_pass(world, customer);
  return true;
}

bool go_on(World& world, std::size_t customer, std::size_t) {
  if (world.customers[customer].queue.empty()) return false;
  carry_on(world, customer);
  return true;
}

bool die(World& world, std::size_t, std::size_t) {
  bool busy = false;
  for (const Customer& customer : world.customers) busy = busy || customer.pass.phase != sync::Phase::idle;
  if (!busy || !spend(world.budget.crashes)) return false;
  crash(world);
  return true;
}

// The mutant's second transaction.
bool write_audit(World& world, std::size_t customer, std::size_t) {
  if (mutant != Mutant::audit_apart || world.customers[customer].audited == world.customers[customer].life)
    return false;
  world.customers[customer].audited = world.customers[customer].life;
  return true;
}

}  // namespace

const std::vector<Model::Move>& Model::moves() {
  static const std::vector<Move> all{
      {"a person edits Nue", customer_count, field_count, edit_nue},
      {"a person edits Salesforce", customer_count, field_count, edit_org},
      {"an order is activated", customer_count, 1, activate_order},
      {"the mode is changed", customer_count, 1, change_mode},
      {"a person releases a hold", customer_count, 1, release},
      {"two accounts are merged", account_count, 1, merge},
      {"an account is deleted", account_count, 1, delete_account},
      {"an account is undeleted", account_count, 1, undelete_account},
      {"the link is told", customer_count, account_count, tell_link},
      {"a merge is told", customer_count, account_count, tell_merge},
      {"a deletion is told", customer_count, account_count, tell_deleted},
      {"an undeletion is told", customer_count, account_count, tell_undeleted},
      {"a reconcile misses the account", customer_count, 2, reconcile},
      {"an account is made", customer_count, 1, make},
      {"a pass begins", customer_count, 1, begin_pass},
      {"the pass takes a step", customer_count, 1, go_on},
      {"the process dies", 1, 1, die},
      {"the audit entry is written", customer_count, 1, write_audit},
  };
  return all;
}

namespace {

World made_world(const Budget& budget) {
  World world;
  for (std::size_t i = 0; i < customer_count; ++i) {
    tell(world, i, {.kind = EventKind::created, .id = customer_id(i)});
    world.customers[i].audited = world.customers[i].life;
  }
  world.budget = budget;
  return world;
}

}  // namespace

World new_world(const Budget& budget) { return made_world(budget); }

World linked_world(const Budget& budget) {
  World world = made_world(budget);
  tell(world, 0, {.kind = EventKind::order_activated, .order = customer_id(0), .day = {2026, 1, 1}});
  make_account(world, 0);
  make_account(world, 0);
  tell(world, 0, {.kind = EventKind::link_set, .account = account_id(0)});
  world.customers[0].audited = world.customers[0].life;
  return world;
}

World merging_world(const Budget& budget) {
  World world = linked_world(budget);
  Account& spare = world.accounts[1];
  spare.exists = true;
  const std::string token{static_cast<char>('8' + world.next_org_token++)};
  spare.store.values = {token, std::string{first_token}, token};
  return world;
}

}  // namespace vestibule::exploration

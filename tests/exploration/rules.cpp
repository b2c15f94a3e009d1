// What must hold in every world, and what must hold once everybody has stopped.
#include <algorithm>
#include <utility>

#include "host.hpp"
#include "witness.hpp"

namespace vestibule::exploration {
namespace {

bool known_address(const Witness& witness, const sync::Snapshot& values) {
  if (values.size() != field_count) return true;
  return std::find(witness.addresses.begin(), witness.addresses.end(),
                   std::array{token_of(values[1]), token_of(values[2])}) != witness.addresses.end();
}

std::string broken_by(const World& world, std::size_t number) {
  const Customer& customer = world.customers[number];
  if (!customer.witness.broken.empty()) return customer.witness.broken;
  if (stage_of(customer.life) < customer.witness.stage) return "L1 the stage went back";
  if (customer.life.id != customer_id(number)) return "L6 the id changed";
  if (customer.life.account && !customer.life.orders.any_activated() && !customer.witness.continuous) {
    return "L2 an account before the first order";
  }
  if (sync::master_of(plan().units[0]) == sync::Side::nue && customer.store.values[0] &&
      typed_in(sync::Side::org, customer.store.values[0]->front())) {
    return "L15 Salesforce changed a field of Nue's";
  }
  if (!(customer.life == customer.audited)) return "L20 L22 the audit log does not tell what is stored";
  if (!known_address(customer.witness, customer.store.values)) return "L10 Nue has a mixed address";
  const std::size_t account = account_of(world, number);
  if (account < account_count && !known_address(customer.witness, world.accounts[account].store.values)) {
    return "L10 Salesforce has a mixed address";
  }
  return {};
}

// Everybody agrees already, so there is nothing a pass could do wrong.
bool settled(const World& world, std::size_t number) {
  const Customer& customer = world.customers[number];
  const Store& org = world.accounts[account_of(world, number)].store;
  const sync::Ledger& ledger = customer.ledger;
  return ledger.log.empty() && customer.store.values == ledger.base && org.values == ledger.base &&
         customer.witness.due == decltype(customer.witness.due){};
}

// Nobody does anything any more but the sync.
bool run_pass(World& world, std::size_t customer) {
  start_pass(world, customer);
  for (int steps = 0; steps < 100 && !world.customers[customer].queue.empty(); ++steps) carry_on(world, customer);
  return world.customers[customer].queue.empty();
}

std::string broken_at_rest(const World& world, std::size_t number) {
  World calm = world;
  Customer& customer = calm.customers[number];
  customer.pass = {};
  customer.queue.clear();
  Account& account = calm.accounts[account_of(calm, number)];
  const sync::Reading told = std::exchange(account.told, {});
  if (!run_pass(calm, number) || !run_pass(calm, number)) return "L7 a pass does not end";
  if (customer.store.values != account.store.values) return "L7 the sides stay different";
  const std::uint8_t writes = customer.witness.writes;
  if (writes > customer.witness.edits) return "L11 more writes than edits";
  account.told = told;
  if (!run_pass(calm, number)) return "L7 a pass does not end";
  if (customer.witness.writes != writes) return "L11 L12 a write after both sides are equal";
  if (!customer.witness.broken.empty()) return customer.witness.broken;
  for (const auto& side : customer.witness.due) {
    for (const std::uint16_t due : side) {
      if (due != 0) return "L8 L9 an edit is neither kept nor in the conflict log";
    }
  }
  return {};
}

}  // namespace

std::string broken(const World& world) {
  if (account_id(0) == account_id(1)) return "L5 two accounts have one id";
  for (std::size_t i = 0; i < customer_count; ++i) {
    if (std::string rule = broken_by(world, i); !rule.empty()) return rule;
    const auto& account = world.customers[i].life.account;
    for (std::size_t other = i + 1; other < customer_count; ++other) {
      if (account && world.customers[other].life.account == account) return "L3 two customers share an account";
    }
    std::size_t made = 0;
    for (const Account& candidate : world.accounts) made += candidate.made_for == i + 1 ? 1 : 0;
    if (made > 1) return "L19 a second account was made";
    if (world.customers[i].pass.phase == sync::Phase::idle && may_sync(world, i) && !settled(world, i)) {
      if (std::string rule = broken_at_rest(world, i); !rule.empty()) return rule;
    }
  }
  return {};
}

}  // namespace vestibule::exploration

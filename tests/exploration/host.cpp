#include "host.hpp"

#include <algorithm>

#include "mutants.hpp"
#include "witness.hpp"

namespace vestibule::exploration {
namespace {

using sync::Effect;
using sync::Side;

void put(Store& store, Witness& witness, Side side, const sync::SideWrite& write) {
  for (const sync::Change& change : write.changes) {
    store.values[change.place] = change.value;
    note_arrival(witness, side, change.place, token_of(change.value));
  }
  store.ours = ++store.version;
  ++witness.writes;
}

sync::Event read(const Customer& customer, const Account& account, Side side) {
  const Store& store = side == Side::nue ? customer.store : account.store;
  sync::Event event{.kind = sync::EventKind::read, .side = side, .reading = {store.values, store.version, store.ours}};
  if (side == Side::org && account.told.version != 0) event.hint = account.told;
  return event;
}

sync::Event write(World& world, std::size_t number, Side side) {
  Customer& customer = world.customers[number];
  Account& account = world.accounts[customer.pass_account];
  Store& store = side == Side::nue ? customer.store : account.store;
  // A host asks again before each write: the link may have changed since the pass began (L17).
  if (!may_sync(world, number) || account_of(world, number) != customer.pass_account) {
    return {.kind = sync::EventKind::unreachable};
  }
  const sync::SideWrite write = sync::changes_for(plan(), customer.pass, side);
  if (mutant != Mutant::no_compare_and_set && write.version != store.version) {
    return {.kind = sync::EventKind::changed, .side = side};
  }
  if (write.version != store.version)
    note_break(customer.witness, "L13 a write based on a stale version changed a side");
  put(store, customer.witness, side, write);
  return {.kind = sync::EventKind::written, .side = side, .version = store.version};
}

// What is agreed on with one account says nothing of another.
sync::Event store(World& world, std::size_t number) {
  Customer& customer = world.customers[number];
  if (account_of(world, number) != customer.pass_account) return {.kind = sync::EventKind::unreachable};
  customer.ledger = customer.pass.ledger;
  for (const sync::Conflict& conflict : customer.pass.conflicts) note_conflict(customer, conflict);
  return {.kind = sync::EventKind::stored};
}

void answer(Customer& customer, const sync::Event& event) {
  for (const Effect effect : sync::step(plan(), customer.pass, event)) {
    if (effect == Effect::finished || effect == Effect::gave_up || effect == Effect::hold) {
      customer.queue.clear();
      customer.pass = {};
    } else {
      customer.queue.push_back(effect);
    }
  }
}

void carry_out(const lifecycle::Step& step, Customer& customer) {
  if (step.effects.has(lifecycle::Effect::make_account)) customer.account_due = true;
  if (step.life.account != customer.life.account) customer.ledger = sync::for_other_account(customer.ledger);
}

}  // namespace

std::size_t number_of(const ids::SalesforceId& account) {
  std::size_t number = 0;
  while (number < account_count && account != account_id(number)) ++number;
  return number;
}

std::size_t account_of(const World& world, std::size_t customer) {
  const auto& account = world.customers[customer].life.account;
  return account ? number_of(*account) : account_count;
}

void tell(World& world, std::size_t number, const lifecycle::Event& event) {
  Customer& customer = world.customers[number];
  const lifecycle::Step step = lifecycle::step(customer.life, event);
  carry_out(step, customer);
  note_life(customer, event, step);
  const bool moved = event.kind == lifecycle::EventKind::account_merged && step.life.account != customer.life.account;
  customer.life = step.life;
  if (moved) note_move(customer, world.accounts[account_of(world, number)]);
  if constexpr (mutant != Mutant::audit_apart) customer.audited = lifecycle::step(customer.audited, event).life;
}

void edit(World& world, Store& store, Witness& witness, Side side, std::size_t field) {
  std::uint8_t& next = side == Side::nue ? world.next_nue_token : world.next_org_token;
  const char token = static_cast<char>((side == Side::nue ? '2' : '8') + next++);
  auto& due = witness.due[at(side)][field];
  // Whoever types over a value of their own side gives it up themselves.
  due = static_cast<std::uint16_t>((due & ~bit(token_of(store.values[field]))) | bit(token));
  store.values[field] = std::string{token};
  ++store.version;
  ++witness.edits;
  if (field > 0) witness.addresses.push_back({token_of(store.values[1]), token_of(store.values[2])});
}

bool may_sync(const World& world, std::size_t customer) {
  const std::size_t account = account_of(world, customer);
  return account < account_count && lifecycle::may_write_account(world.customers[customer].life) &&
         world.accounts[account].exists && !world.accounts[account].deleted;
}

void start_pass(World& world, std::size_t number) {
  Customer& customer = world.customers[number];
  customer.pass_account = static_cast<std::uint8_t>(account_of(world, number));
  answer(customer, {.kind = sync::EventKind::start, .ledger = customer.ledger});
}

void carry_on(World& world, std::size_t number) {
  Customer& customer = world.customers[number];
  const Effect effect = customer.queue.front();
  customer.queue.erase(customer.queue.begin());
  Account& account = world.accounts[customer.pass_account];
  switch (effect) {
    case Effect::read_nue: return answer(customer, read(customer, account, Side::nue));
    case Effect::read_org: return answer(customer, read(customer, account, Side::org));
    case Effect::write_nue: return answer(customer, write(world, number, Side::nue));
    case Effect::write_org: return answer(customer, write(world, number, Side::org));
    default: return answer(customer, store(world, number));
  }
}

// What the account will be made of is stored first. Then by the customer's id as a key: asked twice, there is one account.
void make_account(World& world, std::size_t number) {
  Customer& customer = world.customers[number];
  if (customer.ledger.base.empty()) {
    customer.ledger = sync::for_new_account(customer.store.values, customer.store.version);
    return;
  }
  customer.account_due = false;
  for (const Account& account : world.accounts) {
    if (account.made_for == number + 1) return;
  }
  for (Account& account : world.accounts) {
    if (account.exists) continue;
    account.exists = true;
    account.made_for = static_cast<std::uint8_t>(number + 1);
    account.store.values = customer.ledger.base;
    account.store.ours = account.store.version;
    for (std::size_t field = 0; field < field_count; ++field) {
      note_arrival(customer.witness, Side::org, field, token_of(account.store.values[field]));
    }
    return;
  }
}

void crash(World& world) {
  for (Customer& customer : world.customers) {
    customer.pass = {};
    customer.queue.clear();
  }
}

}  // namespace vestibule::exploration

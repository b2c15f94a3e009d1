#include "witness.hpp"

#include <algorithm>

namespace vestibule::exploration {
namespace {

using sync::Side;

bool typed(const Customer& customer, Side side, std::size_t field) {
  const char token = token_of(customer.ledger.base[field]);
  return typed_in(side, token) || (side == Side::org && (customer.witness.brought[field] & bit(token)) != 0);
}

bool is_about_account(lifecycle::EventKind kind) {
  using enum lifecycle::EventKind;
  return kind == account_merged || kind == account_deleted || kind == account_undeleted || kind == account_missing;
}

// L4: nothing becomes an account; an account becomes the winner of its merge, or history.
bool may_follow(const lifecycle::Life& before, const lifecycle::Event& event, const lifecycle::Life& after) {
  if (before.account == after.account) return before.past_accounts == after.past_accounts;
  auto past = before.past_accounts;
  if (before.account) past.push_back(*before.account);
  if (past != after.past_accounts) return false;
  using enum lifecycle::EventKind;
  if (!before.account) return event.kind == link_set || event.kind == account_merged;
  if (event.account != *before.account) return false;
  if (after.account) return event.kind == account_merged && *after.account == event.winner;
  return event.kind == account_missing && event.days > lifecycle::recycle_bin_days;
}

}  // namespace

void note_arrival(Witness& witness, Side side, std::size_t field, char token) {
  auto& due = witness.due[at(sync::other(side))][field];
  due = static_cast<std::uint16_t>(due & ~bit(token));
}

void note_break(Witness& witness, const char* rule) {
  if (witness.broken.empty()) witness.broken = rule;
}

void note_conflict(Customer& customer, const sync::Conflict& conflict) {
  Witness& witness = customer.witness;
  const sync::Unit& unit = plan().units[conflict.unit];
  bool was_due = false;
  bool typed_by_winner = false;
  for (std::size_t i = 0; i < conflict.lost.size(); ++i) {
    const std::size_t field = unit.first + i;
    const std::uint16_t token = bit(token_of(conflict.lost[i]));
    auto& due = witness.due[at(conflict.side)][field];
    was_due = was_due || (due & token) != 0;
    due = static_cast<std::uint16_t>(due & ~token);
    // What is agreed on now is what won.
    typed_by_winner = typed_by_winner || typed(customer, sync::other(conflict.side), field);
  }
  if (!was_due) note_break(witness, "L9 a value is in the conflict log twice, or was never lost");
  if (sync::master_of(unit) == conflict.side) note_break(witness, "L9 the side that is master of a field lost");
  // What is Nue's own, Salesforce's edits lose to whether typed or not (L15).
  if (!typed_by_winner && sync::master_of(unit) == Side::org) {
    note_break(witness, "L8 an edit lost to a value nobody typed");
  }
}

void note_life(Customer& customer, const lifecycle::Event& event, const lifecycle::Step& step) {
  Witness& witness = customer.witness;
  witness.stage = std::max(witness.stage, stage_of(step.life));
  witness.continuous = witness.continuous || step.life.mode == lifecycle::Mode::continuous;
  if (!may_follow(customer.life, event, step.life)) note_break(customer.witness, "L4 the external id changed unasked");
  if (is_about_account(event.kind) &&
      (step.life.id != customer.life.id || !(step.life.orders == customer.life.orders) ||
       step.effects.has(lifecycle::Effect::erase_personal))) {
    note_break(customer.witness, "L16 what became of an account took something from its customer");
  }
  if (event.kind == lifecycle::EventKind::account_merged && event.cycle && step.life.account != customer.life.account) {
    note_break(customer.witness, "L18 a merge that leads back was followed");
  }
}

void note_move(Customer& customer, const Account& account) {
  if (account.merged_into != 0) note_break(customer.witness, "L18 tied to an account that was merged away");
  Witness& witness = customer.witness;
  auto& due = witness.due[at(Side::org)];
  due = {};
  for (const sync::Unit& unit : plan().units) {
    bool other = false;
    for (std::size_t field = unit.first; field < unit.first + std::size_t{unit.count}; ++field) {
      const sync::Value& value = account.store.values[field];
      const sync::Value& typed_here = customer.store.values[field];
      if (typed_here != customer.ledger.base[field] && typed_in(Side::nue, token_of(typed_here))) {
        witness.due[at(Side::nue)][field] |= bit(token_of(typed_here));
      }
      witness.brought[field] = bit(token_of(value));
      if (value == customer.ledger.base[field]) continue;
      due[field] = witness.brought[field];
      other = true;
    }
    if (other) ++witness.edits;
  }
  ++witness.edits;
  witness.addresses.push_back({token_of(account.store.values[1]), token_of(account.store.values[2])});
}

}  // namespace vestibule::exploration

#include <algorithm>
#include <tuple>

#include "table.hpp"

namespace vestibule::lifecycle {
namespace {

bool earlier(const checks::Date& a, const checks::Date& b) {
  return std::tie(a.year, a.month, a.day) < std::tie(b.year, b.month, b.day);
}

void add_order(Life& life, const Event& event) {
  life.orders.add(fact_of(event));
  if (event.kind != EventKind::order_activated) return;
  if (!life.customer_since || earlier(event.day, *life.customer_since)) life.customer_since = event.day;
}

// The first reason stays: it is what a person was told to look at.
void hold(Life& life, Hold reason, std::optional<ids::SalesforceId> account = std::nullopt) {
  if (life.hold != Hold::none) return;
  life.hold = reason;
  life.hold_account = account;
}

void release(Life& life) {
  life.hold = Hold::none;
  life.hold_account.reset();
}

// The account that an event brings: of a merge the one that is left.
ids::SalesforceId brought_by(const Event& event) {
  return event.kind == EventKind::account_merged ? event.winner : event.account;
}

void tie(Life& life, const ids::SalesforceId& account) {
  if (life.account && *life.account != account) life.past_accounts.push_back(*life.account);
  life.account = account;
  life.account_version = 0;
}

void act(Do action, Life& life, const Event& event) {
  switch (action) {
    case Do::nothing: return;
    case Do::take_id:
      life.id = event.id;
      life.mode = event.mode;
      if (event.mode == Mode::continuous && !life.erased) life.link = Link::pending;
      return;
    case Do::add_order: return add_order(life, event);
    case Do::tie: return tie(life, event.account);
    case Do::tie_winner:
      tie(life, event.winner);
      if (life.hold == Hold::conflict) release(life);
      return;
    case Do::tie_anew:
      tie(life, event.account);
      release(life);
      return;
    case Do::untie:
      life.past_accounts.push_back(*life.account);
      life.account.reset();
      life.account_version = 0;
      return;
    case Do::note_version: life.account_version = event.version; return;
    case Do::hold_conflict: return hold(life, Hold::conflict, brought_by(event));
    case Do::hold_duplicate: return hold(life, Hold::duplicate, brought_by(event));
    case Do::hold_cycle: return hold(life, Hold::merge_cycle, brought_by(event));
    case Do::hold_refused: return hold(life, Hold::refused);
    case Do::set_mode: life.mode = event.mode; return;
    case Do::release: return release(life);
    case Do::mark_erased: life.erased = true; return;
  }
}

// What an effect asks for besides the row: a new customer of continuous mode needs its account, and nothing is asked of
// Salesforce while there is a hold (L17).
Effects effects_of(const Row& row, const Life& life) {
  Effects effects = row.effects;
  if (row.action == Do::take_id && life.link == Link::pending) effects = effects | Effect::make_account;
  if (life.hold != Hold::none) effects = effects.without(Effect::make_account | Effect::refresh | Effect::retry);
  return effects;
}

}  // namespace

Step step(const Life& life, const Event& event) {
  Step result{life, Outcome::ignored, Because::no_customer, {}};
  if (!life.id && event.kind != EventKind::created) return result;
  const auto all = rows();
  const auto row = std::find_if(all.begin(), all.end(), [&](const Row& candidate) {
    return candidate.event == event.kind && (candidate.from & only(life.link)) != 0 &&
           holds(candidate.guard, life, event);
  });
  act(row->action, result.life, event);
  if (row->to != Link::held) result.life.link = row->to;
  result.outcome = row->outcome;
  result.because = row->because;
  result.effects = effects_of(*row, result.life);
  return result;
}

}  // namespace vestibule::lifecycle

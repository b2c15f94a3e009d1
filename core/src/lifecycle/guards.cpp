#include <algorithm>

#include "table.hpp"

namespace vestibule::lifecycle {
namespace {

OrderKind order_kind(EventKind kind) {
  switch (kind) {
    case EventKind::order_changed: return OrderKind::changed;
    case EventKind::renewed: return OrderKind::renewed;
    case EventKind::cancelled: return OrderKind::cancelled;
    default: return OrderKind::activated;
  }
}

// Also an account that went for good, when a merge explains late where it went.
bool ours(const Life& life, const Event& event) {
  if (life.account) return *life.account == event.account;
  return event.kind == EventKind::account_merged && !life.past_accounts.empty() &&
         life.past_accounts.back() == event.account;
}

// Who was erased is None again, but its account may have been on its way by then.
bool was_due(const Life& life) { return life.orders.any_activated() || life.mode == Mode::continuous; }

bool merged_before(const Life& life, const Event& event) {
  return life.account && *life.account == event.winner && !event.cycle &&
         std::find(life.past_accounts.begin(), life.past_accounts.end(), event.account) != life.past_accounts.end();
}

}  // namespace

OrderFact fact_of(const Event& event) { return {event.order, order_kind(event.kind)}; }

bool holds(Guard guard, const Life& life, const Event& event) {
  switch (guard) {
    case Guard::always: return true;
    case Guard::no_id: return !life.id;
    case Guard::same_id: return life.id == event.id;
    case Guard::first_order:
    case Guard::no_active_order: return !life.orders.any_activated();
    case Guard::first_unerased: return !life.orders.any_activated() && !life.erased;
    case Guard::known_order: return life.orders.knows(fact_of(event));
    case Guard::taken: return event.taken;
    case Guard::same_account: return life.account == event.account;
    case Guard::our_sync: return event.source == Source::sync;
    case Guard::our_sync_undue: return event.source == Source::sync && !was_due(life);
    case Guard::merged_before: return merged_before(life, event);
    case Guard::not_ours: return !ours(life, event);
    case Guard::cycle: return event.cycle || event.winner == event.account;
    case Guard::known_cycle: return life.hold == Hold::merge_cycle && (event.cycle || event.winner == event.account);
    case Guard::known_duplicate: return event.taken && life.hold == Hold::duplicate;
    case Guard::stale: return event.version <= life.account_version;
    case Guard::bin_over: return event.days > recycle_bin_days;
    case Guard::permanent: return event.permanent;
    case Guard::same_mode: return life.mode == event.mode;
    case Guard::to_continuous: return event.mode == Mode::continuous && !life.erased;
    case Guard::held: return life.hold != Hold::none;
    case Guard::held_unerased: return life.hold != Hold::none && !life.erased;
    case Guard::open_order: return event.open_order;
    case Guard::erased: return life.erased;
    case Guard::unerased: return !life.erased;
  }
  return false;
}

std::string_view words_of(Guard guard) {
  switch (guard) {
    case Guard::always: return "";
    case Guard::no_id: return "no id yet";
    case Guard::same_id: return "the id it has";
    case Guard::first_order: return "no order activated before";
    case Guard::first_unerased: return "no order activated before, not erased";
    case Guard::no_active_order: return "no order activated yet";
    case Guard::known_order: return "told before";
    case Guard::taken: return "the account is another customer's";
    case Guard::same_account: return "the account it has";
    case Guard::our_sync: return "told by our own sync";
    case Guard::our_sync_undue: return "told by our own sync, selective mode and no order activated";
    case Guard::merged_before: return "this merge was applied";
    case Guard::not_ours: return "not the account it has";
    case Guard::cycle: return "the merges lead back";
    case Guard::known_cycle: return "the merges lead back, and held for that";
    case Guard::known_duplicate: return "another customer's, and held for that";
    case Guard::stale: return "a version not above the one seen";
    case Guard::bin_over: return "suspended over 15 days";
    case Guard::permanent: return "for good";
    case Guard::same_mode: return "the mode it has";
    case Guard::to_continuous: return "to continuous, not erased";
    case Guard::held: return "held";
    case Guard::held_unerased: return "held, not erased";
    case Guard::open_order: return "an order is open";
    case Guard::erased: return "erased before";
    case Guard::unerased: return "not erased";
  }
  return "";
}

std::string_view words_of(Do action) {
  switch (action) {
    case Do::nothing: return "";
    case Do::take_id: return "id and mode; link Pending in continuous mode";
    case Do::add_order: return "the order is remembered";
    case Do::tie: return "externalId := the account";
    case Do::tie_winner: return "externalId := the winner, the loser is history; a conflict is released";
    case Do::tie_anew: return "externalId := the account, the old one is history; holds are released";
    case Do::untie: return "the account is history, externalId null";
    case Do::note_version: return "the version is remembered";
    case Do::hold_conflict: return "hold: conflict";
    case Do::hold_duplicate: return "hold: duplicate";
    case Do::hold_cycle: return "hold: merge_cycle";
    case Do::hold_refused: return "hold: refused";
    case Do::set_mode: return "the mode";
    case Do::release: return "the hold is released";
    case Do::mark_erased: return "marked as erased";
  }
  return "";
}

}  // namespace vestibule::lifecycle

#include <algorithm>

#include "mutants.hpp"
#include "table.hpp"

namespace vestibule::gateway {
namespace {

using nue::ProbeResult;
using nue::SendResult;

bool sends_left(const Intent& intent) { return intent.sends < max_sends; }

bool is_contact(const Intent& intent) { return !intent.owner.empty(); }

SendResult sent_result(const Intent& intent, const Event& event, const Policy& policy) {
  if (is_contact(intent)) {
    const SendResult result = nue::judge_send(event.answer, intent.owner);
    const bool resends = mutant == Mutant::contact_resent && result == SendResult::ambiguous;
    return resends ? SendResult::not_executed : result;
  }
  return nue::judge_send(event.answer, policy.has_slot ? std::string_view{intent.token} : std::string_view{});
}

bool probed(ProbeResult result, const Intent& intent, const Event& event) {
  if (is_contact(intent)) return nue::judge_lookup(event.answer, intent.owner) == result;
  return nue::judge_probe(event.answer, intent.token) == result;
}

// A record that is not there proves something once no create can still arrive (A1) or be about to show (A2).
bool proves_absence(const Intent& intent, const Policy& policy) {
  if (mutant == Mutant::conclude_early) return true;
  return intent.state == State::claimed || probe_age(intent) >= policy.horizon;
}

bool horizon_passed(const Intent& intent, const Event& event, const Policy& policy) {
  return event.now >= intent.sent_at + policy.horizon;
}

bool has_others(const Intent& intent, const Event& event) {
  return std::any_of(event.answer.rows.begin(), event.answer.rows.end(),
                     [&](const nue::Row& row) { return row.id != intent.customer_id; });
}

// A parked one is looked for whenever somebody asks, too.
bool is_swept(const Intent& intent, const Event& event, const Policy& policy) {
  if (intent.state == State::parked) return !policy.has_slot || mutant == Mutant::no_sweep_of_parked;
  return !policy.has_slot || intent.due_at == 0 || event.now < intent.due_at;
}

}  // namespace

Millis probe_age(const Intent& intent) {
  return intent.probed_at < intent.sent_at ? 0 : intent.probed_at - intent.sent_at;
}

bool holds(Guard guard, const Intent& intent, const Event& event, const Policy& policy) {
  const auto found = [&](ProbeResult result) { return probed(result, intent, event); };
  switch (guard) {
    case Guard::always: return true;
    case Guard::leased: return !policy.single_owner && event.now < intent.lease_until;
    case Guard::stale_epoch: return mutant != Mutant::no_epoch_check && event.epoch != intent.epoch;
    case Guard::unsearchable: return !policy.has_slot && intent.due_at != 0 && event.now >= intent.due_at;
    case Guard::swept: return is_swept(intent, event, policy);
    case Guard::not_due: return event.now < intent.due_at;
    case Guard::first_held: return !is_contact(intent) && intent.sends == 0 && !event.may_send;
    case Guard::first: return !is_contact(intent) && intent.sends == 0;
    case Guard::blind_held: return !policy.has_slot && !event.may_send;
    case Guard::blind: return !policy.has_slot;
    case Guard::blind_late: return !policy.has_slot && horizon_passed(intent, event, policy);
    case Guard::accepted: return sent_result(intent, event, policy) == SendResult::created;
    case Guard::unowned_alarm: return is_contact(intent) && holds(Guard::refused_alarm, intent, event, policy);
    case Guard::unowned: return is_contact(intent) && holds(Guard::refused, intent, event, policy);
    case Guard::refused_alarm: return nue::is_alarming(event.answer) && holds(Guard::refused, intent, event, policy);
    case Guard::refused: return sent_result(intent, event, policy) == SendResult::refused;
    case Guard::last: return !sends_left(intent);
    case Guard::put_off_last: return !sends_left(intent) && holds(Guard::put_off, intent, event, policy);
    case Guard::put_off: return sent_result(intent, event, policy) == SendResult::not_executed;
    case Guard::others: return found(ProbeResult::found) && has_others(intent, event);
    case Guard::found_more: return found(ProbeResult::found) && event.answer.rows.size() > 1;
    case Guard::found: return found(ProbeResult::found);
    case Guard::taken: return found(ProbeResult::taken);
    case Guard::absent_early: return found(ProbeResult::absent) && !proves_absence(intent, policy);
    case Guard::absent_last: return found(ProbeResult::absent) && !sends_left(intent);
    case Guard::absent_held: return found(ProbeResult::absent) && !event.may_send;
    case Guard::absent: return found(ProbeResult::absent);
    case Guard::answered: return found(ProbeResult::absent) || found(ProbeResult::found) || found(ProbeResult::taken);
    case Guard::unfiltered_late: return found(ProbeResult::not_filterable) && horizon_passed(intent, event, policy);
    case Guard::unfiltered_held: return found(ProbeResult::not_filterable) && !event.may_send;
    case Guard::unfiltered: return found(ProbeResult::not_filterable);
    case Guard::silent_day: return event.now >= intent.sent_at + unanswered_max;
  }
  return false;
}

std::string_view words_of(Guard guard) {
  switch (guard) {
    case Guard::always: return "";
    case Guard::leased: return "another run is alive";
    case Guard::stale_epoch: return "it comes from an older run";
    case Guard::unsearchable: return "a sweep is due, and there is no slot any more";
    case Guard::swept: return "no sweep is due (of a parked one: there is no slot)";
    case Guard::not_due: return "it is put off to later";
    case Guard::first_held: return "a customer; nothing was sent yet, and nothing may be now";
    case Guard::first: return "a customer; nothing was sent yet";
    case Guard::blind_held: return "there is no slot, and nothing may be sent now";
    case Guard::blind: return "there is no slot";
    case Guard::blind_late: return "there is no slot, and the horizon has passed";
    case Guard::accepted: return "the row carries the token";
    case Guard::unowned_alarm: return "a contact; refused: the key, or sent elsewhere";
    case Guard::unowned: return "a contact; refused";
    case Guard::refused_alarm: return "refused: the key, or sent elsewhere";
    case Guard::refused: return "refused";
    case Guard::last: return "no send is left";
    case Guard::put_off_last: return "not executed, and no send is left";
    case Guard::put_off: return "not executed";
    case Guard::others: return "found one that is not the bound one";
    case Guard::found_more: return "found more than one";
    case Guard::found: return "found one";
    case Guard::taken: return "a contact; another customer's has the e-mail";
    case Guard::absent_early: return "found none, asked before the horizon";
    case Guard::absent_last: return "found none, and no send is left";
    case Guard::absent_held: return "found none, and nothing may be sent now";
    case Guard::absent: return "found none";
    case Guard::answered: return "found none, the bound one, or another customer's";
    case Guard::unfiltered_late: return "the filter is not honoured, and the horizon has passed";
    case Guard::unfiltered_held: return "the filter is not honoured, and nothing may be sent now";
    case Guard::unfiltered: return "the filter is not honoured";
    case Guard::silent_day: return "no answer for 24 h";
  }
  return "";
}

}  // namespace vestibule::gateway

#include <algorithm>
#include <iterator>
#include <tuple>

#include "table.hpp"
#include "vestibule/gateway/backoff.hpp"
#include "vestibule/nue/retry_after.hpp"

namespace vestibule::gateway {
namespace {

constexpr Millis probe_ages[] = {1'000, 2'000, 4'000, 8'000, 15'000, 30'000, 60'000};
constexpr Millis least_pause = 1'000;  // where the API names none

void begin_probe(Intent& intent, Millis now) {
  intent.probed_at = now;
  if (intent.probes < 0xFF) ++intent.probes;
}

void begin_send(Intent& intent, Millis now) {
  ++intent.sends;
  intent.sent_at = now;
  intent.probed_at = 0;
  intent.probes = 0;
}

void settle(Intent& intent, Millis now, const Policy& policy) {
  intent.settled_at = now;
  intent.due_at = policy.has_slot ? now + sweep_ages[0] : 0;
}

// Whoever asks gets the same one: the first by (createdDate, id).
void bind(Intent& intent, const std::vector<nue::Row>& rows) {
  const auto first = std::min_element(rows.begin(), rows.end(), [](const nue::Row& a, const nue::Row& b) {
    return std::tie(a.created_date, a.id) < std::tie(b.created_date, b.id);
  });
  intent.customer_id = first->id;
  intent.account_number = first->account_number;
  intent.external_id = first->external_id;
}

void list_surplus(Intent& intent, const std::vector<nue::Row>& rows) {
  for (const nue::Row& row : rows) {
    const bool known = row.id == intent.customer_id ||
                       std::find(intent.surplus.begin(), intent.surplus.end(), row.id) != intent.surplus.end();
    if (!known && intent.surplus.size() < max_surplus) intent.surplus.push_back(row.id);
  }
}

// How long ago the newest create was made durable; of a contact before its first one, since when it waits.
Millis age_of(const Intent& intent, Millis now) { return now < intent.sent_at ? 0 : now - intent.sent_at; }

// A contact whose e-mail cannot be looked up is put off ever longer: nobody waits for it.
Millis shortest_pause(const Intent& intent, Millis now) {
  const bool is_waiting = !intent.owner.empty() && intent.sends == 0;
  return is_waiting ? std::clamp(age_of(intent, now), least_pause, probe_pause_max) : least_pause;
}

// Close together at first, at the horizon for certain, then ever rarer.
Millis next_probe(const Intent& intent, Millis now, const Policy& policy) {
  const Millis age = age_of(intent, now);
  const auto planned = std::find_if(std::begin(probe_ages), std::end(probe_ages), [&](Millis at) { return at > age; });
  if (planned != std::end(probe_ages) && *planned < policy.horizon) return intent.sent_at + *planned;
  if (age < policy.horizon) return intent.sent_at + policy.horizon;
  return now + std::clamp(age, least_pause, probe_pause_max);
}

void plan_sweep(Intent& intent, Millis now) {
  const auto next = std::find_if(std::begin(sweep_ages), std::end(sweep_ages),
                                 [&](Millis age) { return intent.settled_at + age > now; });
  intent.due_at = next == std::end(sweep_ages) ? 0 : intent.settled_at + *next;
}

// A sweep that is not answered for a day after the last one was due is given up: retention ends it anyway.
void repeat_sweep(Intent& intent, Millis now) {
  const Millis end = intent.settled_at + sweep_ages[std::size(sweep_ages) - 1] + unanswered_max;
  intent.due_at = now < end ? now + sweep_ages[0] : 0;
}

}  // namespace

void act(Do action, Intent& intent, const Event& event, const Policy& policy) {
  const Millis now = event.now;
  switch (action) {
    case Do::nothing: return;
    case Do::begin_probe: return begin_probe(intent, now);
    case Do::begin_send: return begin_send(intent, now);
    case Do::bind:
      bind(intent, event.answer.rows);
      list_surplus(intent, event.answer.rows);
      return settle(intent, now, policy);
    case Do::bind_by_person: intent.customer_id = event.customer_id; return settle(intent, now, policy);
    case Do::reject:
    case Do::park: return settle(intent, now, policy);
    case Do::back_off: {
      const Millis pause =
          std::max(shortest_pause(intent, now), nue::parse_retry_after(event.answer.retry_after, now).value_or(0));
      intent.due_at = now + std::max(pause, backoff(intent.sends, event.random));
      return;
    }
    case Do::plan_probe: intent.due_at = next_probe(intent, now, policy); return;
    case Do::await_horizon: intent.due_at = std::max(now + 1, intent.sent_at + policy.horizon); return;
    case Do::list_surplus: list_surplus(intent, event.answer.rows); return plan_sweep(intent, now);
    case Do::plan_sweep: return plan_sweep(intent, now);
    case Do::repeat_sweep: return repeat_sweep(intent, now);
    case Do::drop_sweeps: intent.due_at = 0; return;
  }
}

std::string_view words_of(Do action) {
  switch (action) {
    case Do::nothing: return "";
    case Do::begin_probe: return "note when it was asked";
    case Do::begin_send: return "count the create";
    case Do::bind: return "bind the first by (createdDate, id), list the others";
    case Do::bind_by_person: return "bind what the operator says";
    case Do::reject:
    case Do::park: return "plan the sweeps";
    case Do::back_off: return "again after Retry-After or a jittered pause";
    case Do::plan_probe:
      return "ask 1, 2, 4, 8, 15, 30, 60 s and the horizon after the create, then every 5 min at most";
    case Do::await_horizon: return "wait for the horizon";
    case Do::list_surplus: return "list it, plan the next sweep";
    case Do::plan_sweep: return "plan the next sweep";
    case Do::repeat_sweep: return "repeat the sweep in 10 min";
    case Do::drop_sweeps: return "plan no more sweeps";
  }
  return "";
}

}  // namespace vestibule::gateway

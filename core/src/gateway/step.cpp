#include "vestibule/gateway/step.hpp"

#include <algorithm>

#include "table.hpp"

namespace vestibule::gateway {
namespace {

// A run that waits for an answer holds the lease; the host comes back to it when the lease ends without one.
void hold_or_end(Intent& intent, const Row& row, const Event& event, const Policy& policy) {
  if (!row.effects.has(Effect::probe) && !row.effects.has(Effect::send)) {
    intent.lease_until = 0;
    return;
  }
  if (event.kind == EventKind::start) ++intent.epoch;
  intent.lease_until = event.now + policy.lease;
  intent.due_at = intent.lease_until;
}

}  // namespace

Step step(const Intent& intent, const Event& event, const Policy& policy) {
  const auto all = rows();
  const auto row = std::find_if(all.begin(), all.end(), [&](const Row& candidate) {
    return candidate.event == event.kind && (candidate.from & only(intent.state)) != 0 &&
           holds(candidate.guard, intent, event, policy);
  });
  if (row->because != Because::none) return {intent, Outcome::ignored, row->because, {}};
  Step result{intent, Outcome::applied, Because::none, row->effects};
  act(row->action, result.intent, event, policy);
  if (!row->stays) result.intent.state = row->to;
  hold_or_end(result.intent, *row, event, policy);
  return result;
}

}  // namespace vestibule::gateway

#include "signup/witness.hpp"

#include <algorithm>

#include "vestibule/signup/times.hpp"

namespace vestibule::simulation::creation {

using signup::Effect;
using signup::EventKind;
using signup::StateKind;

void Witness::acted(std::size_t tab) {
  sends_.erase(tab);
  floors_.erase(tab);
}

void Witness::answered(std::size_t tab, const Answer& answer) {
  bodies_[tab] = std::to_string(answer.status) + " " + answer.body;
  floors_[tab] = run_.now() + std::min<Time>(answer.retry_after, signup::retry_after_max_ms);
}

void Witness::stepped(const Seen& seen) {
  const auto& [tab, key, is_kept, before, event, made] = seen;
  if (event.kind == EventKind::submit && before.kind != StateKind::editing && before.kind != StateKind::refused &&
      !made.effects.empty()) {
    run_.fail("C13 pressing again does something");
  }
  if (made.state.attempt.sends > signup::sends_max) run_.fail("C17 a tab counts more than six sends");
  const bool asks = made.effects.has(Effect::post) || made.effects.has(Effect::ask) || made.effects.has(Effect::store);
  if (event.kind == EventKind::waited && asks && run_.now() < floors_[tab]) {
    run_.fail("C17 a tab does not wait for Retry-After");
  }
  if (made.effects.has(Effect::post)) look_at_post(seen);
  if (made.state.kind != before.kind) look_at_end(seen);
}

void Witness::look_at_post(const Seen& seen) {
  if (++sends_[seen.tab][seen.key] > signup::sends_max) run_.fail("C17 a tab sends more than six times");
  // A page that was put aside may send a key once more that another tab has settled meanwhile.
  if (!seen.is_kept || cleared_.contains(seen.tab / tabs_each) || outcomes_.contains(seen.key)) return;
  std::set<std::string>& unresolved = unresolved_[seen.tab / tabs_each];
  unresolved.insert(seen.key);
  if (unresolved.size() > 1) run_.fail("C12 a new key is sent while another one is not resolved");
}

void Witness::look_at_end(const Seen& seen) {
  const StateKind kind = seen.made.state.kind;
  if (kind != StateKind::confirmed && kind != StateKind::refused) return;
  unresolved_[seen.tab / tabs_each].erase(seen.key);
  const auto kept = store_.find(seen.key);
  const auto expected = kind == StateKind::confirmed ? gateway::State::created : gateway::State::rejected;
  if (kept == store_.end() || kept->second.machine.state != expected) {
    run_.fail(kind == StateKind::confirmed ? "C11 success is shown for what is not bound"
                                           : "C11 failure is shown for what is not refused");
  }
  std::string& outcome = outcomes_[seen.key];
  if (outcome.empty()) outcome = bodies_[seen.tab];
  if (outcome != bodies_[seen.tab]) run_.fail("C14 two tabs show two outcomes of one key");
}

void Witness::look_at(std::size_t tab, const signup::State& state) {
  run_.log.add(run_.now(), "tab", tab, "shows", signup::to_string(state.kind), state.attempt.key);
  // One that edits sends its key with what is submitted next, and hears then what became of it.
  if (state.kind == StateKind::editing || state.attempt.key.empty()) return;
  if (is_settled(state.attempt.key)) run_.fail("C14 a tab does not come to know what became of its key");
}

void Witness::look_at_kept(const std::string& key) {
  if (is_settled(key)) run_.fail("C14 no tab goes on with what the browser keeps");
}

void Witness::look_at_answers(const signup::Attempt& attempt, std::uint64_t now) {
  if (now > attempt.began_ms + signup::outbox_ms) run_.fail("C18 a browser keeps answers that it may not send");
}

bool Witness::is_settled(const std::string& key) const {
  const auto kept = store_.find(key);
  return kept != store_.end() && gateway::is_final(kept->second.machine);
}

}  // namespace vestibule::simulation::creation

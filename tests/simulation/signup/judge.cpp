#include "signup/judge.hpp"

#include <algorithm>

#include "vestibule/nue/answer.hpp"

namespace vestibule::simulation::creation {

void Judge::claimed(const std::string& key, const std::string& token, Answers answers) {
  known_[key] = {.token = token, .answers = answers, .bound = {}, .sends = {}, .final_answer = {}};
  key_of_[token] = key;
}

void Judge::stepped(const std::string& key, const gateway::Intent& before, const gateway::Event& event,
                    const gateway::Step& step) {
  if (step.outcome == gateway::Outcome::ignored) return;
  const gateway::Intent& after = step.intent;
  if (event.kind != gateway::EventKind::start && event.epoch != before.epoch) {
    run_.fail("C4 a run that is not the newest changed something");
  }
  if (after.sends > gateway::max_sends) run_.fail("C17 more than three creates");
  Known& known = known_.at(key);
  if (!known.bound.empty() && after.customer_id != known.bound) return run_.fail("C1 a binding changed");
  if (after.customer_id.empty() || !known.bound.empty()) return;
  known.bound = after.customer_id;
  if (!bound_to_.emplace(known.bound, key).second) run_.fail("C7 two sign-ups share a customer");
  const auto made = made_.find(known.bound);
  if (made == made_.end() || made->second.mark != known.token) run_.fail("C16 bound to a record of somebody else");
}

void Judge::leaves(const std::string& key, const gateway::Intent& stored, Time recorded) {
  Known& known = known_.at(key);
  if (stored.sends <= known.sends.size()) run_.fail("C2 a create left that is on no record");
  if (known.sends.size() >= gateway::max_sends) run_.fail("C17 more than three creates");
  const bool all_over = std::all_of(known.sends.begin(), known.sends.end(), [&](const Sent& sent) {
    return sent.ended || run_.now() >= sent.recorded + horizon();
  });
  if (!all_over && !excused_) run_.fail("C3 a create is sent beside another one");
  known.sends.push_back({recorded});
}

void Judge::ended(const std::string& key) {
  Known& known = known_.at(key);
  if (!known.sends.empty()) known.sends.back().ended = true;
}

void Judge::executed(const std::string& token, Answers answers, const nue::Row& row, const Span& span) {
  made_[row.id] = row;
  Known& known = known_.at(key_of_.at(token));
  if (answers != known.answers) run_.fail("C5 answers reached Nue that are not those of the key");
  if (run_.now() > span.recorded + horizon() || span.visible > span.recorded + horizon()) known.is_excused = true;
  if (++known.executed > 1 && !known.is_excused && !excused_) run_.fail("C8 two records of one sign-up");
}

void Judge::replied(const std::string& key, const Answer& answer) {
  const std::string text = std::to_string(answer.status) + " " + answer.body;
  std::string& first = known_.at(key).final_answer;
  if (first.empty()) first = text;
  if (first != text) run_.fail("C6 a final answer is repeated as another one");
}

void Judge::passed(std::size_t worker, std::uint64_t wall) {
  const auto pause = pauses_.find(worker);
  if (pause != pauses_.end() && wall < pause->second) run_.fail("C17 Nue is asked before its Retry-After");
}

void Judge::paused(std::size_t worker, std::uint64_t until) {
  std::uint64_t& pause = pauses_[worker];
  pause = std::max(pause, until);
}

void Judge::jumped() { excused_ = true; }

void Judge::rest(const std::vector<Standing>& intents, const std::vector<nue::Row>& rows) {
  std::vector<std::string> tokens;
  for (const auto& [key, intent] : intents) {
    run_.log.add(run_.now(), "at rest", key, gateway::to_string(intent.state), intent.customer_id, "sends",
                 intent.sends, "surplus", intent.surplus.size());
    if (!gateway::is_final(intent) && intent.state != gateway::State::parked) {
      run_.fail("C10 a sign-up does not come to rest");
    }
    tokens.push_back(intent.token);
    if (!policy_.has_slot) continue;
    for (const nue::Row& row : rows) {
      if (row.mark != intent.token || row.id == intent.customer_id) continue;
      const bool listed = std::find(intent.surplus.begin(), intent.surplus.end(), row.id) != intent.surplus.end();
      if (!listed) run_.fail("C9 a record is bound to nobody and reported to nobody");
    }
  }
  const nue::Answer all{.status = 200, .readable = true, .success = true, .retry_after = {}, .rows = rows};
  const auto places = nue::match_rows(all, tokens);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto count =
        std::count_if(rows.begin(), rows.end(), [&](const nue::Row& row) { return row.mark == tokens[i]; });
    if (places[i].has_value() != (count == 1)) run_.fail("C15 a row of a batch is matched that is not alone");
    if (places[i] && rows[*places[i]].mark != tokens[i]) run_.fail("C15 a row of a batch is another's");
  }
}

}  // namespace vestibule::simulation::creation

#include "signup/judge.hpp"

#include <algorithm>

#include "signup/nue.hpp"
#include "signup/store.hpp"
#include "vestibule/nue/answer.hpp"

namespace vestibule::simulation::creation {

namespace {

constexpr std::uint64_t one_minute = 60'000;

}  // namespace

void Judge::claimed(const std::string& key, const std::string& token, Answers answers) {
  known_[key] = {.token = token, .answers = answers, .bound = {}, .sends = {}, .final_answer = {}, .signup = {}};
  key_of_[token] = key;
}

void Judge::followed(const std::string& key, const std::string& signup, const std::string& owner, Answers answers) {
  if (known_.contains(key)) run_.fail("1.7 a sign-up has two intents for its contact");
  known_[key] = {.token = owner, .answers = answers, .bound = {}, .sends = {}, .final_answer = {}, .signup = signup};
}

void Judge::relinked(const std::string& key, const gateway::Intent& before, const gateway::Step& step) {
  if (step.outcome == gateway::Outcome::ignored) return;
  if (before.state != gateway::State::parked) return run_.fail("C7 a person binds what is not parked");
  Known& known = known_.at(key);
  known.bound = step.intent.customer_id;
  known.is_relinked = true;
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
  const bool ends = gateway::is_final(after) && !gateway::is_final(before);
  if (ends && !step.effects.has(gateway::Effect::erase_payload)) run_.fail("C18 what was typed outlives the outcome");
  if (!known.bound.empty() && after.customer_id != known.bound) return run_.fail("C1 a binding changed");
  if (after.customer_id.empty() || !known.bound.empty()) return;
  bind(key, known, after.customer_id);
}

// The mark of a contact is its customer.
void Judge::bind(const std::string& key, Known& known, const std::string& id) {
  known.bound = id;
  if (!bound_to_.emplace(known.bound, key).second) run_.fail("C7 two sign-ups share a record");
  const auto made = made_.find(known.bound);
  if (made == made_.end() || made->second.mark != known.token) run_.fail("C16 bound to a record of somebody else");
}

void Judge::leaves(const std::string& key, const gateway::Intent& stored, Time recorded) {
  Known& known = known_.at(key);
  if (!known.signup.empty() && known_.at(known.signup).bound != stored.owner) {
    run_.fail("1.7 a contact is sent before its customer is bound");
  }
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

void Judge::executed_contact(const std::string& key, Answers answers, const nue::Row& row, const Span& span) {
  made_[row.id] = row;
  Known& known = known_.at(key);
  if (answers != known.answers) run_.fail("C5 a contact reached Nue that is not that of the key");
  if (run_.now() > span.recorded + horizon() || span.visible > span.recorded + horizon()) known.is_excused = true;
  if (++known.executed > 1 && !known.is_excused && !excused_) run_.fail("C8 two contacts of one sign-up");
}

void Judge::put_off(const std::string& key) {
  const Known& known = known_.at(key);
  if (!known.bound.empty()) run_.fail("1.7 a sign-up that is bound is held up");
}

void Judge::missed(const std::string& key) {
  if (known_.contains(key)) run_.fail("C19 a key is sent that the gateway has forgotten");
}

void Judge::replied(const std::string& key, const Answer& answer) {
  const std::string text = std::to_string(answer.status) + " " + answer.body;
  std::string& first = known_.at(key).final_answer;
  if (first.empty()) first = text;
  if (first != text) run_.fail("C6 a final answer is repeated as another one");
}

void Judge::passed(std::size_t worker, gateway::Call call, std::uint64_t wall) {
  const auto pause = pauses_.find(worker);
  if (pause != pauses_.end() && wall < pause->second) run_.fail("C17 Nue is asked before its Retry-After");
  look_at_budget(minutes_[worker], call, wall);
}

// Minute by minute, as it is counted: the next one begins with the first call after the last one's end.
void Judge::look_at_budget(Minute& minute, gateway::Call call, std::uint64_t wall) {
  if (wall >= minute.begin + one_minute) minute = {.begin = wall};
  if (call == gateway::Call::create) ++minute.creates;
  if (call != gateway::Call::retry) return;
  if (++minute.retries <= std::max(gateway::free_retries, minute.creates / 10) || excused_) return;
  run_.fail("C17 more retries than a tenth of the creates");
}

void Judge::paused(std::size_t worker, std::uint64_t until) {
  std::uint64_t& pause = pauses_[worker];
  pause = std::max(pause, until);
}

void Judge::jumped() { excused_ = true; }

void Judge::look_at_record(const gateway::Intent& intent, const nue::Row& row, const std::string& mark) {
  if (row.mark != mark || row.id == intent.customer_id) return;
  const bool listed = std::find(intent.surplus.begin(), intent.surplus.end(), row.id) != intent.surplus.end();
  if (!listed) run_.fail("C9 a record is bound to nobody and reported to nobody");
}

void Judge::rest(const std::vector<Standing>& intents, const std::vector<nue::Row>& rows,
                 const std::vector<nue::Row>& contacts) {
  for (const auto& [key, intent] : intents) {
    run_.log.add(run_.now(), "at rest", key, gateway::to_string(intent.state), intent.customer_id, "sends",
                 intent.sends, "surplus", intent.surplus.size());
    if (!gateway::is_final(intent) && intent.state != gateway::State::parked) {
      run_.fail("C10 a sign-up does not come to rest");
    }
  }
  rest_of_customers(intents, rows);
  rest_of_contacts(intents, contacts);
}

void Judge::rest_of_customers(const std::vector<Standing>& intents, const std::vector<nue::Row>& rows) {
  std::vector<std::string> tokens;
  for (const auto& [key, intent] : intents) {
    if (!intent.owner.empty()) continue;
    tokens.push_back(intent.token);
    for (const nue::Row& row : rows) {
      if (policy_.has_slot) look_at_record(intent, row, intent.token);
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

// A contact that is parked is on the operator's list; one that a person has bound was.
void Judge::rest_of_contacts(const std::vector<Standing>& intents, const std::vector<nue::Row>& contacts) {
  for (const auto& [key, intent] : intents) {
    if (!intent.owner.empty() && intent.state != gateway::State::parked && !known_.at(key).is_relinked) {
      for (const nue::Row& row : contacts) look_at_record(intent, row, intent.owner);
    }
    if (!intent.owner.empty() || intent.state != gateway::State::created) continue;
    const auto followed = known_.find(contact_key(key));
    const bool names_one = !contact_in(known_.at(key).answers).empty();
    if (names_one != (followed != known_.end())) run_.fail("1.7 a contact is forgotten");
  }
}

}  // namespace vestibule::simulation::creation

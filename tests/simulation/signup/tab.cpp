#include "signup/tab.hpp"

#include <algorithm>
#include <utility>

namespace vestibule::simulation::creation {
namespace {

using signup::Effect;
using signup::EventKind;
using signup::StateKind;

constexpr Time answer_timeout = 20 * second;

signup::Event of(EventKind kind) {
  signup::Event event;
  event.kind = kind;
  return event;
}

}  // namespace

Tab::Tab(Street& street, Browser& browser, std::size_t number) : street_{street}, browser_{browser}, number_{number} {}

std::function<void()> Tab::alive(std::function<void()> work) {
  return [this, life = life_, work = std::move(work)] {
    if (life == life_ && is_open_) work();
  };
}

void Tab::open() {
  if (is_open_ || browser_.is_away) return;
  is_open_ = true;
  street_.run.log.add(street_.run.now(), "tab", number_, "opens");
  if (browser_.offline) happen(EventKind::offline);
  if (is_open_ && browser_.held()) resume(*browser_.held());
}

void Tab::close() {
  if (!is_open_) return;
  street_.run.log.add(street_.run.now(), "tab", number_, "closes");
  is_open_ = false;
  is_frozen_ = false;
  ++life_;
  state_ = {};
  answers_.reset();
  token_made_ = 0;
  wanted_lock_.clear();
  frozen_.clear();
  browser_.unlock(number_);
  street_.witness.reopened(number_);
}

void Tab::submit(Answers answers) {
  if (!is_open_) return;
  const std::string fresh = std::to_string(number_) + "-" + std::to_string(keys_++);
  signup::Event event = of(EventKind::submit);
  event.attempt.key = "key-" + fresh;
  event.attempt.secret = "secret-" + fresh;
  street_.witness.acted(number_);
  happen(std::move(event), answers);
}

void Tab::happen(EventKind kind) {
  if (kind == EventKind::check) street_.witness.acted(number_);
  happen(of(kind));
}

void Tab::happen(signup::Event event, std::optional<Answers> answers) {
  if (!is_open_) return;
  if (is_frozen_) return frozen_.push_back({std::move(event), answers});
  if (const std::optional<Fault> fault = street_.run.faults.at(Site::step)) {
    street_.run.log.add(street_.run.now(), "fault tab", number_, to_string(*fault));
    close();
    return street_.run.scheduler.after(fault->amount, [this] { open(); });
  }
  event.now_ms = street_.clock.wall();
  event.random = static_cast<std::uint32_t>(street_.run.chance.next() >> 32);
  const signup::State before = state_;
  const signup::Step made = signup::step(before, event);
  state_ = made.state;
  const bool begins = made.state.kind == StateKind::persisting && before.kind != StateKind::persisting;
  if (answers && begins) answers_ = answers;
  street_.run.log.add(street_.run.now(), "tab", number_, signup::to_string(event.kind), event.status, event.code,
                      signup::to_string(before.kind), signup::to_string(made.state.kind), made.state.attempt.key,
                      made.state.attempt.sends);
  carry_out(event, before, made);
}

void Tab::carry_out(const signup::Event& event, const signup::State& before, const signup::Step& made) {
  if (!state_.has_token) token_made_ = 0;
  if (state_.kind == StateKind::expired) answers_.reset();
  const std::string key = !made.state.attempt.key.empty() ? made.state.attempt.key
                          : !before.attempt.key.empty()   ? before.attempt.key
                                                          : event.attempt.key;
  street_.witness.stepped({number_, key, browser_.can_store(), before, event, made});
  for (const Effect effect : signup::all_effects()) {
    if (made.effects.has(effect)) run(effect, key, made);
  }
}

// One after the other, so that what another tab is told, or may do, comes after what is kept.
void Tab::after_storing(std::function<void()> work) {
  const Time now = street_.run.now();
  stored_at_ = std::max(stored_at_, now) + street_.run.chance.between(1, 8);
  street_.run.scheduler.after(stored_at_ - now, alive(std::move(work)));
}

void Tab::keep(const signup::Attempt& own) {
  signup::Event event = of(EventKind::stored);
  event.attempt = own;
  event.attempt.has_payload = true;
  if (browser_.can_store()) {
    if (!answers_) return street_.run.fail("C18 an attempt is kept without its answers");
    const Held& kept = browser_.write(own, *answers_);
    event.ok = true;
    event.attempt = kept.attempt;
    event.attempt.has_payload = kept.answers.has_value();
    if (kept.attempt.key != own.key) answers_ = kept.answers;
  }
  happen(std::move(event));
}

void Tab::lock(const std::string& key) {
  wanted_lock_ = key;
  browser_.lock(key, number_, [this, life = life_](bool mine) {
    street_.run.scheduler.after(0, [this, life, mine] {
      if (life != life_) return;
      signup::Event event = of(EventKind::locked);
      event.ok = mine;
      happen(std::move(event));
    });
  });
}

void Tab::hear(Request request) {
  const std::uint64_t mine = ++current_;
  const auto done = [this, mine, life = life_, ask = request.ask](const Answer& answer) {
    if (life != life_ || mine != current_) return;
    if (ask == Ask::token && answer.status == 200 && answer.whole && answer.token_made != 0) {
      if (token_made_ == 0) token_made_ = answer.token_made;
      return happen(EventKind::token);
    }
    signup::Event event = of(EventKind::answered);
    event.status = answer.status;
    event.code = answer.code;
    event.retry_after_ms = answer.retry_after;
    event.whole = answer.whole && answer.status == 201;
    street_.witness.answered(number_, answer);
    happen(std::move(event));
  };
  if (request.ask == Ask::post) street_.posts.push_back(request);
  if (browser_.offline) return street_.run.scheduler.after(5, [done] { done({}); });
  street_.to_gateway.ask(
      answer_timeout, [this, request](const Reply& reply) { street_.gateway.handle(request, reply); }, done);
}

void Tab::wait(Time span) {
  const std::uint64_t mine = ++current_;
  street_.run.scheduler.after(span, alive([this, mine] {
                                if (mine == current_) happen(EventKind::waited);
                              }));
}

void Tab::run(Effect effect, const std::string& key, const signup::Step& made) {
  const signup::Attempt& attempt = made.state.attempt;
  switch (effect) {
    case Effect::store: return after_storing([this, attempt] { keep(attempt); });
    case Effect::erase_payload: return after_storing([this, key] { browser_.erase_payload(key); });
    case Effect::forget: ++current_; return after_storing([this, key] { browser_.clear(key); });
    case Effect::tell: return after_storing([this, key] { browser_.on_tell(number_, key); });
    case Effect::unlock:
      return after_storing([this] {
        wanted_lock_.clear();
        browser_.unlock(number_);
      });
    case Effect::lock: return after_storing([this, key] { lock(key); });
    case Effect::token: return hear({.ask = Ask::token});
    case Effect::post: return hear({Ask::post, key, attempt.secret, answers_.value_or(0), token_made_});
    case Effect::ask: return hear({.ask = Ask::outcome, .key = key, .secret = attempt.secret});
    case Effect::wait: return wait(made.wait_ms);
  }
}

void Tab::resume(const Held& held) {
  signup::Event event = of(EventKind::resume);
  event.attempt = held.attempt;
  event.attempt.has_payload = held.answers.has_value();
  const std::optional<Answers> answers = held.answers;
  const StateKind before = state_.kind;
  const std::uint64_t life = life_;
  happen(std::move(event));
  if (life == life_ && before == StateKind::editing && state_.attempt.key == held.attempt.key) answers_ = answers;
}

void Tab::freeze() {
  if (!is_open_) return;
  is_frozen_ = true;
  browser_.unlock(number_);
}

void Tab::thaw() {
  if (!is_open_ || !is_frozen_) return;
  is_frozen_ = false;
  if (!wanted_lock_.empty()) lock(wanted_lock_);
  for (Waiting& each : std::exchange(frozen_, {})) happen(std::move(each.event), each.answers);
  reread();
}

// Memory never outranks what is kept: another tab may have gone on meanwhile.
void Tab::reread() {
  if (is_open_ && state_.kind == StateKind::editing && browser_.held()) return resume(*browser_.held());
  happen(EventKind::told);
}

void Tab::told(const std::string& key) {
  if (is_open_ && !is_frozen_ && state_.attempt.key == key) happen(EventKind::told);
}

}  // namespace vestibule::simulation::creation

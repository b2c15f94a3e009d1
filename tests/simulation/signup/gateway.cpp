#include "signup/gateway.hpp"

#include <algorithm>
#include <utility>

#include "vestibule/signup/token.hpp"

namespace vestibule::simulation::creation {
namespace {

constexpr Time patience = 15 * second;  // how long a page is kept waiting
constexpr Time alarm_pause = second;    // before it rings again, then twice as long each time
constexpr Time alarm_pause_max = 10 * minute;
constexpr std::uint64_t rest = 1'000;  // between runs that a page asks for
constexpr std::uint64_t form_token_life = 7'200'000;
constexpr std::uint64_t retention = 30 * day;

Answer problem(std::uint16_t status, const char* code, Time retry_after = 0) {
  return {.status = status, .whole = true, .retry_after = retry_after, .code = code};
}

// The same answers are the same sign-up; the bytes differ with each form token.
std::string fingerprint_of(const Request& request) { return "answers " + std::to_string(request.answers); }
std::string body_of(const Request& request) {
  return fingerprint_of(request) + " " + std::to_string(request.token_made);
}

}  // namespace

Gateway::Gateway(Office& office) : office_{office} {
  const std::size_t count = office.policy.single_owner ? 1 : 2;
  for (std::size_t i = 0; i < count; ++i) {
    Worker& worker = workers_.emplace_back(office, i);
    worker.on_end = [this, i](const std::string& key) { ended(i, key); };
    worker.on_write = [this](const std::string& key) { set_alarm(key); };
    worker.on_death = [this, i] { waiting_.remove_if([i](const Waiting& each) { return each.worker == i; }); };
  }
}

void Gateway::start_all() {
  for (Worker& worker : workers_) worker.start();
}

Worker* Gateway::any_worker() {
  Worker& drawn = workers_[office_.run.chance.below(static_cast<std::uint32_t>(workers_.size()))];
  if (drawn.is_alive()) return &drawn;
  const auto alive = std::find_if(workers_.begin(), workers_.end(), [](const Worker& each) { return each.is_alive(); });
  return alive == workers_.end() ? nullptr : &*alive;
}

std::string Gateway::new_token() {
  signup::TokenBytes bytes{};
  for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(office_.run.chance.below(256));
  return signup::make_token(bytes);
}

// Without a worker nobody answers.
void Gateway::handle(const Request& request, const Reply& reply) {
  Worker* const worker = any_worker();
  if (worker == nullptr) return;
  clean();
  const auto number = static_cast<std::size_t>(
      std::find_if(workers_.begin(), workers_.end(), [&](const Worker& each) { return &each == worker; }) -
      workers_.begin());
  worker->later([this, number, request, reply] {
    switch (request.ask) {
      case Ask::token: return reply({.status = 200, .whole = true, .token_made = office_.clock.wall()});
      case Ask::post: return claim(number, request, reply);
      case Ask::outcome: {
        const auto kept = office_.store.find(request.key);
        const bool is_theirs = kept != office_.store.end() && kept->second.secret == request.secret;
        return is_theirs ? answer(number, request.key, reply) : reply(problem(404, "intent.unknown"));
      }
    }
  });
}

void Gateway::claim(std::size_t number, const Request& request, const Reply& reply) {
  const std::string fingerprint = fingerprint_of(request);
  const std::string body = body_of(request);
  const auto found = office_.store.find(request.key);
  const bool is_known = found != office_.store.end();
  const gateway::Known known = is_known ? found->second.known() : gateway::Known{};
  const gateway::Admission admission = gateway::admit(is_known ? &known : nullptr, {fingerprint, body});
  office_.run.log.add(office_.run.now(), "post", request.key, fingerprint, gateway::to_string(admission));
  switch (admission) {
    case gateway::Admission::refuse: return reply(problem(422, "request.invalid"));
    case gateway::Admission::reuse: return reply(problem(422, "request.key_reused"));
    case gateway::Admission::replay: return answer(number, request.key, reply);
    case gateway::Admission::claim: {
      const std::uint64_t now = office_.clock.wall();
      const bool is_stale = now > request.token_made + form_token_life || now + form_token_life < request.token_made;
      if (is_stale) return reply(problem(403, "form.stale"));
      office_.judge.missed(request.key);
      Kept& kept = office_.store[request.key];
      kept.machine.token = new_token();
      kept.fingerprint = fingerprint;
      kept.body_hash = body;
      kept.secret = request.secret;
      kept.answers = request.answers;
      kept.has_contact = !contact_in(request.answers).empty();
      office_.judge.claimed(request.key, kept.machine.token, request.answers);
      // A claim whose worker dies now is somebody's to go on with.
      kept.ring = 1;
      office_.run.scheduler.after(alarm_pause, [this, key = request.key] { ring(key, 1, alarm_pause); });
      return wait(number, request.key, reply);
    }
    case gateway::Admission::wait: {
      const gateway::Intent& intent = found->second.machine;
      const bool rests = office_.clock.wall() < std::max(intent.probed_at, intent.sent_at) + rest;
      if (rests || workers_[number].is_running(request.key)) return answer(number, request.key, reply);
      return wait(number, request.key, reply);
    }
  }
}

// For the end of a run, as long as a page may be kept waiting; the run goes on when whoever asked has gone.
void Gateway::wait(std::size_t number, const std::string& key, const Reply& reply) {
  waiting_.push_back({key, number, next_waiting_, reply});
  office_.run.scheduler.after(patience, [this, mine = next_waiting_] {
    const auto place =
        std::find_if(waiting_.begin(), waiting_.end(), [&](const Waiting& each) { return each.number == mine; });
    if (place == waiting_.end()) return;
    const Waiting each = *place;
    waiting_.erase(place);
    answer(each.worker, each.key, each.reply);
  });
  ++next_waiting_;
  workers_[number].run_intent(key);
}

void Gateway::ended(std::size_t number, const std::string& key) {
  for (auto each = waiting_.begin(); each != waiting_.end();) {
    if (each->worker != number || each->key != key) {
      ++each;
      continue;
    }
    const Reply reply = each->reply;
    each = waiting_.erase(each);
    answer(number, key, reply);
  }
}

void Gateway::answer(std::size_t number, const std::string& key, const Reply& reply) {
  const Kept& kept = office_.store.at(key);
  if (kept.response.status != 0) {
    office_.judge.replied(key, kept.response);
    return reply(kept.response);
  }
  office_.judge.put_off(key);
  const bool is_running = workers_[number].is_running(key);
  const std::uint64_t now = office_.clock.wall();
  const std::uint64_t due = kept.machine.due_at;
  const Time wait = is_running || due <= now ? second : std::min<Time>((due - now + 999) / second * second, minute);
  if (is_running) return reply(problem(409, "request.in_progress", wait));
  if (kept.machine.state == gateway::State::parked) return reply(problem(503, "upstream.parked", 5 * minute));
  reply(
      problem(503, kept.machine.state == gateway::State::claimed ? "upstream.unavailable" : "upstream.unknown", wait));
}

void Gateway::settle_by_hand(Random& draw, const std::string& id) {
  Worker* const worker = any_worker();
  if (worker == nullptr) return;
  std::vector<std::string> keys;
  for (const auto& [key, kept] : office_.store) {
    const bool waits = kept.machine.state == gateway::State::parked;
    if (draw.chance(waits ? 300 : 20)) keys.push_back(key);
  }
  for (const std::string& key : keys) {
    const bool is_contact = !office_.store.at(key).machine.owner.empty();
    worker->relink(key, is_contact ? "contact-0" : id);
  }
}

void Gateway::clean() {
  const std::uint64_t now = office_.clock.wall();
  std::erase_if(office_.store, [now](const auto& entry) {
    const Kept& kept = entry.second;
    return gateway::is_final(kept.machine) && kept.written + retention < now;
  });
}

void Gateway::set_alarm(const std::string& key) {
  Kept& kept = office_.store.at(key);
  const std::uint64_t due = kept.machine.due_at;
  const std::uint64_t number = ++kept.ring;
  if (due == 0) return;
  const std::uint64_t now = office_.clock.wall();
  office_.run.scheduler.after(due > now ? due - now : 0, [this, key, number] { ring(key, number, alarm_pause); });
}

// Rings again until the intent is written, which sets another one.
void Gateway::ring(const std::string& key, std::uint64_t number, Time pause) {
  const auto kept = office_.store.find(key);
  if (kept == office_.store.end() || kept->second.ring != number) return;
  if (Worker* const worker = any_worker()) worker->run_intent(key);
  const Time next = std::min(2 * pause, alarm_pause_max);
  office_.run.scheduler.after(pause, [this, key, number, next] { ring(key, number, next); });
}

void Gateway::ring_all() {
  for (const auto& [key, kept] : office_.store) {
    if (kept.machine.due_at != 0) set_alarm(key);
  }
}

}  // namespace vestibule::simulation::creation

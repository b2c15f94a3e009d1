/// One worker of the gateway: runs intents by the core's machine, the durable write first, and may die between two steps.
/// Depends on: signup/judge, signup/link, signup/nue, signup/store, world/clock, gateway/pressure of the core.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>

#include "frame/run.hpp"
#include "signup/judge.hpp"
#include "signup/link.hpp"
#include "signup/nue.hpp"
#include "signup/store.hpp"
#include "vestibule/gateway/pressure.hpp"
#include "world/clock.hpp"

namespace vestibule::simulation::creation {

/// What the workers share.
struct Office {
  Run& run;
  Clock& clock;
  Nue& nue;
  Link& to_nue;
  Judge& judge;
  gateway::Policy policy;
  Store store{};
};

class Worker {
 public:
  Worker(Office& office, std::size_t number) : office_{office}, number_{number} {}

  [[nodiscard]] bool is_alive() const { return alive_; }
  void start() { alive_ = true; }
  [[nodiscard]] bool is_running(const std::string& key) const { return running_.contains(key); }
  /// A run of the intent, unless this worker has one.
  void run_intent(const std::string& key);
  /// A person says what a parked intent became: it is bound and written at once, or nothing happens.
  void relink(const std::string& key, const std::string& id);
  /// The step after next: a worker may die before it, or stand still.
  void later(std::function<void()> step);

  /// A run has ended, so whoever asked is answered.
  std::function<void(const std::string& key)> on_end;
  /// The intent was written.
  std::function<void(const std::string& key)> on_write;
  /// What was not written is lost.
  std::function<void()> on_death;

 private:
  void take(const std::string& key, gateway::Event event);
  [[nodiscard]] gateway::Policy policy_for(const gateway::Intent& intent) const;
  void write(const std::string& key, Kept& kept, const gateway::Step& step,
             gateway::State contact = gateway::State::claimed);
  void follow(const std::string& key, const std::string& owner, gateway::State state);
  void carry_out(const std::string& key, const gateway::Step& step);
  void end(const std::string& key);
  [[nodiscard]] bool passes(gateway::Call call, bool probe_waits);
  [[nodiscard]] bool has_due_probe() const;
  void first_byte(const std::string& key, const gateway::Intent& intent);
  void send(const std::string& key, const gateway::Intent& intent, Time recorded,
            std::function<void(nue::Answer)> done);
  [[nodiscard]] Answer create(const std::string& key, const gateway::Intent& intent, Time recorded);
  void probe(const std::string& key, const gateway::Intent& intent);
  [[nodiscard]] Answer search(const gateway::Intent& intent, Answers answers);
  [[nodiscard]] nue::Answer heard(const Answer& answer);
  void die(const Fault& fault);
  [[nodiscard]] std::uint32_t random() { return static_cast<std::uint32_t>(office_.run.chance.next() >> 32); }
  void send_unrecorded(const std::string& key);

  Office& office_;
  std::size_t number_;
  bool alive_ = true;
  std::uint64_t life_ = 0;
  Time still_until_ = 0;
  std::set<std::string> running_;
  gateway::Pressure pressure_;
};

}  // namespace vestibule::simulation::creation

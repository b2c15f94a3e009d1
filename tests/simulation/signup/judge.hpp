/// The rules of the gateway, by the numbers of the design: told of everything that happens to an intent.
/// Depends on: signup/messages, frame/run, gateway/step of the core.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "frame/run.hpp"
#include "signup/messages.hpp"
#include "vestibule/gateway/pressure.hpp"
#include "vestibule/gateway/step.hpp"

namespace vestibule::simulation::creation {

/// What the assumptions are about (A1, A2), by the true clock.
struct Span {
  Time recorded = 0;  ///< the send was on the gateway's disk
  Time visible = 0;   ///< its record is found by a search
};

/// How an intent stands at the end.
struct Standing {
  std::string key;
  const gateway::Intent& intent;
};

class Judge {
 public:
  Judge(Run& run, const gateway::Policy& policy) : run_{run}, policy_{policy} {}

  /// C5: these are the answers of the key.
  void claimed(const std::string& key, const std::string& token, Answers answers);
  /// 1.7: the contact of a sign-up whose customer is bound to `owner`; its key is the intent's own.
  void followed(const std::string& key, const std::string& signup, const std::string& owner, Answers answers);
  /// C7: a person says which customer, or contact, a parked intent became.
  void relinked(const std::string& key, const gateway::Intent& before, const gateway::Step& step);
  /// C1, C4, C7, C16 to C18.
  void stepped(const std::string& key, const gateway::Intent& before, const gateway::Event& event,
               const gateway::Step& step);
  /// 1.7, C2, C3, C17: the first byte of a create leaves; `stored` is on the disk.
  void leaves(const std::string& key, const gateway::Intent& stored, Time recorded);
  /// The gateway heard that the newest create of the key was not carried out, or did not begin it.
  void ended(const std::string& key);
  /// C5, C8.
  void executed(const std::string& token, Answers answers, const nue::Row& row, const Span& span);
  /// C8, by the key of its intent.
  void executed_contact(const std::string& key, Answers answers, const nue::Row& row, const Span& span);
  /// C6: a final answer leaves the gateway.
  void replied(const std::string& key, const Answer& answer);
  /// 1.7: whoever asks about the key is told that it is not settled.
  void put_off(const std::string& key);
  /// C19: the gateway has no record of a key that it is sent.
  void missed(const std::string& key);
  /// C17: a call of Nue was let pass by this worker's clock; a pause was asked of it.
  void passed(std::size_t worker, gateway::Call call, std::uint64_t wall);
  void paused(std::size_t worker, std::uint64_t until);
  /// A worker that died has forgotten what it was asked.
  void forgot(std::size_t worker) {
    pauses_.erase(worker);
    minutes_.erase(worker);
  }

  /// The clock jumped: what is counted by it proves nothing any more (A1 to A3).
  void jumped();
  /// A request went over the link to Nue twice, which is nobody's send.
  void doubled() { excused_ = true; }

  /// 1.7, C9, C10, C15. `contacts`: those of Nue.
  void rest(const std::vector<Standing>& intents, const std::vector<nue::Row>& rows,
            const std::vector<nue::Row>& contacts);

 private:
  struct Sent {
    Time recorded = 0;
    bool ended = false;
  };
  struct Known {
    std::string token;
    Answers answers = 0;
    std::string bound;
    std::vector<Sent> sends;
    std::size_t executed = 0;
    bool is_excused = false;  // by a create that was carried out or found later than the horizon
    std::string final_answer;
    std::string signup;        // of a contact: the key of its customer's intent
    bool is_relinked = false;  // a person bound it
  };
  struct Minute {
    std::uint64_t begin = 0;
    std::uint32_t creates = 0;
    std::uint32_t retries = 0;
  };

  void bind(const std::string& key, Known& known, const std::string& id);
  void look_at_budget(Minute& minute, gateway::Call call, std::uint64_t wall);
  void rest_of_customers(const std::vector<Standing>& intents, const std::vector<nue::Row>& rows);
  void rest_of_contacts(const std::vector<Standing>& intents, const std::vector<nue::Row>& contacts);
  void look_at_record(const gateway::Intent& intent, const nue::Row& row, const std::string& mark);

  [[nodiscard]] Time horizon() const { return policy_.horizon; }

  Run& run_;
  gateway::Policy policy_;
  std::map<std::string, Known> known_;
  std::map<std::string, std::string> key_of_;    // by token
  std::map<std::string, std::string> bound_to_;  // customer id, key
  std::map<std::string, nue::Row> made_;         // by id
  std::map<std::size_t, std::uint64_t> pauses_;
  std::map<std::size_t, Minute> minutes_;
  bool excused_ = false;
};

}  // namespace vestibule::simulation::creation

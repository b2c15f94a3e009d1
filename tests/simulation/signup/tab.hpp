/// One tab of a browser: hands what happens to the core's machine, and does what it says.
/// Depends on: signup/browser, signup/gateway, signup/link, signup/witness, world/clock, signup/step of the core.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "frame/run.hpp"
#include "signup/browser.hpp"
#include "signup/gateway.hpp"
#include "signup/link.hpp"
#include "signup/witness.hpp"
#include "vestibule/signup/step.hpp"
#include "world/clock.hpp"

namespace vestibule::simulation::creation {

/// What all tabs need.
struct Street {
  Run& run;
  Clock& clock;
  Link& to_gateway;
  Gateway& gateway;
  Witness& witness;
  std::vector<Request> posts{};  ///< all that were sent
};

class Tab {
 public:
  Tab(Street& street, Browser& browser, std::size_t number);

  /// Goes on with what the browser keeps.
  void open();
  /// What it had in memory is gone, what was under way in it too.
  void close();
  void submit(Answers answers);
  void happen(signup::EventKind kind);
  /// Put aside, as by the back button, and taken up again.
  void freeze();
  void thaw();
  /// Another tab settled the key.
  void told(const std::string& key);

  [[nodiscard]] bool is_open() const { return is_open_; }
  [[nodiscard]] const signup::State& state() const { return state_; }

 private:
  void happen(signup::Event event, std::optional<Answers> answers = std::nullopt);
  void carry_out(const signup::Event& event, const signup::State& before, const signup::Step& made);
  void run(signup::Effect effect, const std::string& key, const signup::Step& made);
  void after_storing(std::function<void()> work);
  void keep(const signup::Attempt& attempt);
  void lock(const std::string& key);
  void hear(Request request);
  void wait(Time span);
  void resume(const Held& held);
  void reread();
  [[nodiscard]] std::function<void()> alive(std::function<void()> work);

  struct Waiting {
    signup::Event event;
    std::optional<Answers> answers;
  };

  Street& street_;
  Browser& browser_;
  std::size_t number_;
  bool is_open_ = false;
  bool is_frozen_ = false;
  std::uint64_t life_ = 0;
  std::uint64_t current_ = 0;  // the newest request or wait
  std::uint64_t keys_ = 0;
  Time stored_at_ = 0;
  signup::State state_;
  std::optional<Answers> answers_;
  std::uint64_t token_made_ = 0;
  std::string wanted_lock_;
  std::vector<Waiting> frozen_;
};

}  // namespace vestibule::simulation::creation

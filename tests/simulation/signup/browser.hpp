/// One browser as its tabs share it: the kept attempt, one lock for each key, the channel between tabs, the network.
/// Depends on: signup/messages, signup/attempt of the core.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "signup/messages.hpp"
#include "vestibule/signup/attempt.hpp"

namespace vestibule::simulation::creation {

struct Held {
  signup::Attempt attempt;
  std::optional<Answers> answers;  ///< none: erased
};

class Browser {
 public:
  explicit Browser(bool can_store) : can_store_{can_store} {}

  [[nodiscard]] bool can_store() const { return can_store_; }
  [[nodiscard]] const std::optional<Held>& held() const { return held_; }
  /// Keeps an attempt unless another one is kept, in one step; answers the one that is kept now.
  const Held& write(const signup::Attempt& attempt, Answers answers);
  void erase_payload(const std::string& key);
  void clear(const std::string& key);
  /// Somebody deletes what sites have stored; what tabs have in memory stays.
  void clear_all() { held_.reset(); }

  /// Tells, once now and once more when another tab gives the lock back, whether the tab has it.
  void lock(const std::string& key, std::size_t tab, std::function<void(bool)> tell);
  /// Gives it back, or stops asking.
  void unlock(std::size_t tab);

  bool offline = false;
  bool is_away = false;  ///< nobody opens a tab
  /// Tells the other tabs that the key is settled.
  std::function<void(std::size_t from, const std::string& key)> on_tell;

 private:
  struct Claim {
    std::string key;
    std::size_t tab = 0;
    std::function<void(bool)> tell;
  };

  bool can_store_;
  std::optional<Held> held_;
  std::vector<Claim> claims_;  // the first one of a key has the lock
};

}  // namespace vestibule::simulation::creation

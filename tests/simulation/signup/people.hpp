/// Who signs up: up to three browsers of two tabs, with what is pressed, closed, opened and put aside in them.
/// Depends on: signup/tab.
#pragma once

#include <deque>

#include "signup/tab.hpp"

namespace vestibule::simulation::creation {

class People {
 public:
  explicit People(Street& street);

  /// Draws what they do; answers until when they do it.
  Time start();
  /// Everybody is online, looks at every tab, and asks.
  void come_back();
  /// C14.
  void look();
  void leave();

  /// Somebody who knows an old request sends it again, as it was or with other answers.
  void replay(std::uint32_t amount);
  /// Everything that was ever sent for a key the gateway knows, once more.
  void replay_all(const Store& store);

 private:
  void act(std::size_t browser, std::uint32_t what, Answers answers);
  void send(const Request& request);
  void tell(std::size_t from, const std::string& key, Time delay);

  Street& street_;
  std::deque<Browser> browsers_;
  std::deque<Tab> tabs_;
};

}  // namespace vestibule::simulation::creation

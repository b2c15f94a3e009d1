/// Who signs up: up to three browsers of two tabs, with what is pressed, closed, opened and put aside in them. In some runs
/// somebody goes away in the middle of it, for up to a month; in some a crowd sends at once; in some a person at the gateway
/// settles by hand what waits for one.
/// Depends on: signup/tab.
#pragma once

#include <deque>
#include <map>

#include "signup/tab.hpp"

namespace vestibule::simulation::creation {

class People {
 public:
  explicit People(Street& street);

  /// Draws what they do; answers until when they do it.
  Time start();
  /// Everybody who is not away is online, looks at every tab, and asks.
  void come_back();
  /// C14, C18.
  void look();
  void leave();
  /// Answers how much later the last one of those who are away has come back, sent again, and left.
  Time await_absent();
  /// Somebody at the gateway looks at its list.
  void settle_by_hand();

  /// Somebody who knows an old request sends it again, as it was or with other answers.
  void replay(std::uint32_t amount);
  /// Everything that was ever sent for a key the gateway knows, once more.
  void replay_all(const Store& store);

 private:
  void act(std::size_t browser, std::uint32_t what, Answers answers);
  void start_absence(std::size_t browser, Time leaves);
  void return_to(std::size_t browser, Answers answers);
  void look_at(std::size_t browser);
  void start_crowd();
  void send(const Request& request);
  void tell(std::size_t from, const std::string& key, Time delay);

  Street& street_;
  /// By browser; of those that go away.
  struct Absence {
    Time span = 0;
    Answers answers = 0;
  };
  std::map<std::size_t, Absence> absences_;
  bool has_operator_ = false;
  std::deque<Browser> browsers_;
  std::deque<Tab> tabs_;
};

}  // namespace vestibule::simulation::creation

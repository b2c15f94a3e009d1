/// The gateway: takes requests, tells what is known of a key, and rings for what is due.
/// Depends on: signup/worker.
#pragma once

#include <deque>
#include <list>
#include <memory>
#include <string>

#include "signup/worker.hpp"

namespace vestibule::simulation::creation {

class Gateway {
 public:
  /// With a single owner of its store one worker, else two under leases.
  explicit Gateway(Office& office);

  void handle(const Request& request, const Reply& reply);
  /// A person binds what waits for one, and now and then what does not, which changes nothing.
  void settle_by_hand(Random& draw, const std::string& id);
  /// Forgets what was settled long ago.
  void clean();
  /// The clock jumped, so every alarm is set anew.
  void ring_all();
  void start_all();

 private:
  struct Waiting {
    std::string key;
    std::size_t worker = 0;
    std::uint64_t number = 0;
    Reply reply;
  };

  [[nodiscard]] Worker* any_worker();
  void claim(std::size_t number, const Request& request, const Reply& reply);
  void wait(std::size_t number, const std::string& key, const Reply& reply);
  void answer(std::size_t number, const std::string& key, const Reply& reply);
  void ended(std::size_t number, const std::string& key);
  void set_alarm(const std::string& key);
  void ring(const std::string& key, std::uint64_t number, Time pause);
  [[nodiscard]] std::string new_token();

  Office& office_;
  std::deque<Worker> workers_;  // their addresses stay
  std::list<Waiting> waiting_;
  std::uint64_t next_waiting_ = 0;
};

}  // namespace vestibule::simulation::creation

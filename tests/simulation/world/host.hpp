/// The process in which the sync runs: transactions that reach the disk a little later, workers, and the end of it all
/// when the process is killed. What is in memory is lost then; what stands in Nue's database stays.
/// Depends on: world/network, world/nue, world/worker.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "world/clock.hpp"
#include "world/network.hpp"
#include "world/nue.hpp"
#include "world/worker.hpp"

namespace vestibule::simulation {

class Host {
 public:
  Host(Run& run, Clock& clock, Nue& nue, Network& network);

  [[nodiscard]] bool runs() const { return runs_; }
  /// Begins to run, from what is on the disk.
  void start();
  void kill(const Fault& fault);

  /// A step of this process: not taken where it was killed before, and killed in its place by a fault.
  void later(Time delay, std::function<void()> step);
  /// `transaction` is on the disk as a whole, or not at all; `then` runs once it is. Nothing happens
  /// where the process does not run.
  void submit(std::function<void()> transaction, std::function<void()> then = {});
  /// Asks the org; the answer finds nobody where the process was killed.
  void ask(const Request& request, std::function<void(const Answer*)> done);
  /// There may be work.
  void wake();

  void receive(const OrgEvent& event);
  void receive(const Order& order, const std::function<void()>& taken);
  /// Every tied record is compared, whatever events told of it.
  void reconcile();

  /// Begins to run, and is about to ask something of the org.
  std::function<void()> on_start;
  std::function<void(const Request&)> on_ask;

  /// What the last event told of a record: never to be used.
  [[nodiscard]] std::optional<sync::Reading> hint_of(const Key& key) const;

  Run& run;
  Clock& clock;
  Nue& nue;

 private:
  struct Submitted {
    std::function<void()> transaction, then;
  };
  void flush();
  /// Looks every minute, while an account is due, for how long it is.
  void watch_pending();
  void recover();

  Network& network_;
  bool runs_ = false;
  bool watches_ = false;
  std::uint32_t generation_ = 0;
  std::vector<Submitted> queue_;
  std::deque<Worker> workers_;  // a deque, so that they stay where they are
  std::map<Key, sync::Reading> hints_;
  std::string torn_;  ///< what a killed process left behind the log
  std::size_t verified_ = 0;
  audit::Head verified_head_;
};

}  // namespace vestibule::simulation

/// What is done when a day begins: Nue's job computes anew what subscriptions are worth, and the head of the audit log is
/// written out, as a line of the sandbox's log ("audit.head", its count and hash).
/// Depends on: clock_store, log, metrics, store.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include "calendar.hpp"
#include "net.hpp"
#include "store.hpp"

namespace vestibule::sandbox {

class DailyJob {
 public:
  DailyJob(net::io_context& io, Store& store);

  /// Runs it now, and waits: no reader sees old numbers afterwards. Then at the beginning of each day, by the sandbox's
  /// clock, until stop().
  void start();
  void stop();

 private:
  void look();

  Store& store_;
  net::steady_timer timer_;
  Day day_{};
  bool stopped_ = false;
};

}  // namespace vestibule::sandbox

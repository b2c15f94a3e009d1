#include "daily_job.hpp"

#include <boost/asio/post.hpp>
#include <chrono>
#include <memory>
#include <string>

#include "clock_store.hpp"
#include "in_writer.hpp"
#include "log.hpp"
#include "metrics.hpp"

namespace vestibule::sandbox {
namespace {

constexpr std::chrono::seconds between_looks{1};

audit::Head run(Repositories& repositories) {
  // By the clock that is stored: another one may have been set in the transaction before, and not be in force yet.
  const Milliseconds time = time_of(stored_clock(repositories.settings), machine_now());
  recompute_metrics(repositories, day_of(time), time);
  return repositories.audit.head();
}

// Kept where the database is not: a log of the audit that was cut off, or written anew from some line on, still verifies by
// itself, but ends elsewhere.
void write_out(const audit::Head& head) {
  log_event("audit.head", std::to_string(head.count) + " " + digest::to_hex(head.hash));
}

}  // namespace

DailyJob::DailyJob(net::io_context& io, Store& store) : store_{store}, timer_{io} {}

void DailyJob::start() {
  day_ = day_of(now());
  audit::Head head;
  in_writer(store_, [&head](Repositories& repositories) { head = run(repositories); });
  // Behind the line that says where the sandbox listens.
  net::post(timer_.get_executor(), [head] { write_out(head); });
  look();
}

void DailyJob::stop() {
  stopped_ = true;
  timer_.cancel();
}

void DailyJob::look() {
  if (const Day today = day_of(now()); today != day_) {
    day_ = today;
    const auto head = std::make_shared<audit::Head>();
    store_.write({[head](Repositories& repositories) {
                    *head = run(repositories);
                    return true;
                  },
                  [head](bool stored) {
                    if (stored) write_out(*head);
                  }});
  }
  timer_.expires_after(between_looks);
  timer_.async_wait([this](const NetworkError& cancelled) {
    // A wait that was over before stop() is not cancelled any more: its turn may only come afterwards.
    if (!cancelled && !stopped_) look();
  });
}

}  // namespace vestibule::sandbox

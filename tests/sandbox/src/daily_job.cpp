#include "daily_job.hpp"

#include <chrono>

#include "clock_store.hpp"
#include "in_writer.hpp"
#include "metrics.hpp"

namespace vestibule::sandbox {
namespace {

constexpr std::chrono::seconds between_looks{1};

bool run(Repositories& repositories) {
  // By the clock that is stored: another one may have been set in the transaction before, and not be in force yet.
  const Milliseconds time = time_of(stored_clock(repositories.settings), machine_now());
  recompute_metrics(repositories, day_of(time), time);
  return true;
}

}  // namespace

DailyJob::DailyJob(net::io_context& io, Store& store) : store_{store}, timer_{io} {}

void DailyJob::start() {
  day_ = day_of(now());
  in_writer(store_, run);
  look();
}

void DailyJob::stop() { timer_.cancel(); }

void DailyJob::look() {
  if (const Day today = day_of(now()); today != day_) {
    day_ = today;
    store_.write({run, [](bool) {}});
  }
  timer_.expires_after(between_looks);
  timer_.async_wait([this](const NetworkError& cancelled) {
    if (!cancelled) look();
  });
}

}  // namespace vestibule::sandbox

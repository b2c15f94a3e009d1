#include "writer.hpp"

#include <exception>

#include "log.hpp"

namespace vestibule::sandbox {

Writer::Writer(Database& database) : database_{database}, repositories_{database}, thread_{[this] { run(); }} {}

Writer::~Writer() {
  {
    const std::lock_guard lock{mutex_};
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void Writer::submit(WriteJob job) {
  {
    const std::lock_guard lock{mutex_};
    waiting_.push_back(std::move(job));
  }
  wake_.notify_one();
}

void Writer::run() {
  for (;;) {
    std::vector<WriteJob> jobs;
    {
      std::unique_lock lock{mutex_};
      wake_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      jobs.swap(waiting_);
    }
    commit(jobs);
  }
}

void Writer::commit(std::vector<WriteJob>& jobs) {
  std::vector<bool> done(jobs.size(), false);
  try {
    const std::lock_guard lock{committing_};
    database_.execute("BEGIN IMMEDIATE");
    for (std::size_t i = 0; i < jobs.size(); ++i) done[i] = run_in_savepoint(jobs[i]);
    database_.execute("COMMIT");
  } catch (const StoreError& error) {
    log_event("store.failed", error.what());
    done.assign(jobs.size(), false);
    try {
      if (database_.in_transaction()) database_.execute("ROLLBACK");
    } catch (const StoreError& again) {
      log_event("store.failed", again.what());
    }
  }
  for (std::size_t i = 0; i < jobs.size(); ++i) jobs[i].finish(done[i]);
}

// Whether the job is done, be it with a refusal. An error that took the whole transaction with it is thrown on.
bool Writer::run_in_savepoint(const WriteJob& job) {
  database_.execute("SAVEPOINT job");
  bool keep = false;
  bool done = true;
  try {
    keep = job.work(repositories_);
  } catch (const StoreError& error) {
    if (!database_.in_transaction()) throw;
    log_event("store.failed", error.what());
    done = false;
  } catch (const std::exception&) {
    // What it says may quote the job's values, so it is not written down.
    log_event("job.failed");
    done = false;
  }
  if (!keep) database_.execute("ROLLBACK TO job");
  database_.execute("RELEASE job");
  return done;
}

}  // namespace vestibule::sandbox

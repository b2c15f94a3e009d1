/// The one thread that writes. What is waiting when it comes round is committed together: one wait for the disk serves
/// every connection that is waiting for it.
/// Depends on: database, repositories.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "database.hpp"
#include "repositories.hpp"

namespace vestibule::sandbox {

struct WriteJob {
  /// Runs inside a savepoint; false (or an exception) undoes everything it did.
  std::function<bool(Repositories&)> work;
  /// Called on the writer's thread, once: with true only after the commit is on the disk, or when `work` said false.
  std::function<void(bool done)> finish;
};

class Writer {
 public:
  explicit Writer(Database& database);
  /// Finishes what was submitted, then ends.
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  void submit(WriteJob job);

  /// Waits for the transaction under way; there is no other until the lock is gone. What is submitted waits.
  [[nodiscard]] std::unique_lock<std::mutex> pause() { return std::unique_lock{committing_}; }

 private:
  void run();
  void commit(std::vector<WriteJob>& jobs);
  [[nodiscard]] bool run_in_savepoint(const WriteJob& job);

  Database& database_;
  Repositories repositories_;
  std::mutex committing_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::vector<WriteJob> waiting_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace vestibule::sandbox

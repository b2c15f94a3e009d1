/// The sync between Nue and the org: one thread that takes records whose sides are to be compared and runs the core's pass
/// over them, and that follows the org's feed. It reaches the org through its HTTP-shaped interface alone, and nue.db
/// through the writer, so that no transaction spans both.
/// Depends on: account_intake, account_merges, org/org, reconcile, store, sync_pass, sync_troubles.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "account_merges.hpp"
#include "calendar.hpp"
#include "org/org.hpp"
#include "store.hpp"
#include "sync_pass.hpp"
#include "sync_store.hpp"
#include "sync_troubles.hpp"

namespace vestibule::sandbox {

class SyncWorker {
 public:
  /// With `faults` the steps of the sync meet those of the control API.
  SyncWorker(Store& store, const std::string& org_path, bool faults);
  ~SyncWorker();
  SyncWorker(const SyncWorker&) = delete;
  SyncWorker& operator=(const SyncWorker&) = delete;

  /// Waits for what is under way; nothing begins until the lock is gone.
  [[nodiscard]] std::unique_lock<std::mutex> pause() {
    std::unique_lock lock{working_};
    day_ = {};  // what is found afterwards may be another state, of another day
    return lock;
  }

 private:
  void run();
  /// Whether there was something to do.
  bool work();
  bool follow_feed();
  /// Of the merges among these events; nothing when the org does not answer.
  [[nodiscard]] std::optional<MergeEnds> follow_merges(const std::vector<OrgEvent>& events);
  bool run_task();
  [[nodiscard]] SyncEnd carry_out(const SyncTask& task);
  /// Tells of accounts that are due for too long.
  void look_at_the_time();
  /// The look through all accounts, and the reconcile of the night.
  bool go_through();

  Store& store_;
  Org org_;
  SyncTroubles troubles_;
  Day day_{};  ///< that the reconcile of was looked after
  std::mutex working_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace vestibule::sandbox

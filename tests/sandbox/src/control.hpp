/// What the control API reaches besides the store.
/// Depends on: org/org, state.
#pragma once

#include <functional>
#include <mutex>

#include "org/org.hpp"
#include "state.hpp"

namespace vestibule::sandbox {

struct Control {
  Org org;
  /// Asked apart: the side of the store that reads is the network's thread's.
  std::function<bool()> restricts_picklists;
  StateFiles files;
  /// Runs what takes long, or may wait for another program's lock, one after the other on a thread of its own.
  std::function<void(std::function<void()>)> run_apart;
  /// Waits for the sync's step under way; there is no other until the lock is gone.
  std::function<std::unique_lock<std::mutex>()> pause_sync;
  /// Waits for the transaction under way; what is written meanwhile waits for the lock to be gone.
  std::function<std::unique_lock<std::mutex>()> pause_writes;
};

}  // namespace vestibule::sandbox

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
  StateFiles files;
  /// Waits for the sync's step under way; there is no other until the lock is gone.
  std::function<std::unique_lock<std::mutex>()> pause_sync;
};

}  // namespace vestibule::sandbox

/// Work on the writer's thread that its caller waits for: a transaction of its own, on the disk when this returns.
/// Depends on: store.
#pragma once

#include <future>
#include <utility>

#include "store.hpp"

namespace vestibule::sandbox {

/// Throws StoreError when the database failed.
template <class Work>
void in_writer(Store& store, Work work) {
  std::promise<bool> done;
  auto future = done.get_future();
  store.write({[&work](Repositories& repositories) {
                 work(repositories);
                 return true;
               },
               [&done](bool stored) { done.set_value(stored); }});
  if (!future.get()) throw StoreError{"the database could not be written"};
}

}  // namespace vestibule::sandbox

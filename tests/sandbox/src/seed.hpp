/// Customers for a database that has none yet, from a file: for tests and demonstrations.
/// Depends on: store.
#pragma once

#include <string>

#include "store.hpp"

namespace vestibule::sandbox {

/// Reads a JSON array of customers as POST takes it, each also with `id`, `externalId` or `customerSince` if it likes.
/// Does nothing when there are customers already. Answers "" or a sentence about what is wrong.
[[nodiscard]] std::string load_seed(const std::string& path, Store& store);

}  // namespace vestibule::sandbox

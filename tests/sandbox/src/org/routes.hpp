/// The routes: which work a method and path ask for.
/// Depends on: org/storage, org/target, org/problem.
#pragma once

#include <string>

#include "org/message.hpp"
#include "org/storage.hpp"
#include "org/target.hpp"

namespace vestibule::sandbox::org {

/// One request while it is worked on.
struct Call {
  Storage& storage;
  const OrgRequest& request;
  bool restricted = false;  ///< picklists take only their own values
  std::string time;         ///< ISO 8601, UTC
  Target target{};
};

/// Reads the target and does the work. The caller has a transaction open, and rolls it back when the status is not 2xx.
[[nodiscard]] OrgResponse route(Call& call);

}  // namespace vestibule::sandbox::org

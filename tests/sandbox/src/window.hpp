/// The part of a growing list that a control call asks for: `after` and `limit`.
/// Depends on: refusal, route.
#pragma once

#include <cstdint>
#include <variant>

#include "refusal.hpp"
#include "route.hpp"

namespace vestibule::sandbox {

struct Window {
  bool has_after = false;  ///< whether it was asked for
  std::int64_t after = 0;  ///< the number of the last entry that is known already; 0 = none
  std::int64_t limit = 1'000;
};

/// Errors  a 400 for another parameter, `after` that is no whole number, `limit` outside 1 to 10,000
[[nodiscard]] std::variant<Window, Problem> read_window(const Call& call);

}  // namespace vestibule::sandbox

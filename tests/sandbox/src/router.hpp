/// Which route a method and a path name.
/// Depends on: route.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "route.hpp"

namespace vestibule::sandbox {

struct Match {
  const Route* route = nullptr;  ///< none when there is no such path, or no such method on it
  std::vector<std::string> ids;  ///< what stands in the path for the names in braces
  std::string allow;             ///< when the path exists and the method does not: those it has
};

/// The first route that fits. Cost: linear in the routes.
[[nodiscard]] Match find_route(std::span<const Route> routes, std::string_view method,
                               std::span<const std::string> segments);

}  // namespace vestibule::sandbox

/// Which route a method and a path name.
/// Depends on: nothing.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace vestibule::sandbox {

enum class Route { none, create_customers, list_customers, read_customer, patch_customer };

struct Match {
  Route route = Route::none;
  std::string_view name = "unmatched";  ///< "PATCH /customers/{customerId}", for logs
  std::string customer_id;              ///< as it stands in the path, decoded and not yet checked
  std::string allow;                    ///< when the path exists and the method does not: those it has
};

[[nodiscard]] Match find_route(std::string_view method, std::span<const std::string> segments);

[[nodiscard]] constexpr bool takes_body(Route route) {
  return route == Route::create_customers || route == Route::patch_customer;
}

}  // namespace vestibule::sandbox

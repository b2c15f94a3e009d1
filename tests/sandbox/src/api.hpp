/// From a request to its answer, without any network.
/// Depends on: customer_routes, head, key, media, query, router.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "customer_routes.hpp"
#include "head.hpp"
#include "key.hpp"
#include "router.hpp"

namespace vestibule::sandbox {

/// A request whose head is settled. Owns its text: the head's bytes are gone when the body arrives.
struct Call {
  Match match;
  std::vector<Parameter> parameters;
};

class Api {
 public:
  Api(Store& store, std::string_view key) : store_{store}, key_{key} {}

  /// Everything that can be refused before the body is read, the key first: whoever has none learns nothing else.
  /// `route_name` is set for the log.
  [[nodiscard]] std::variant<Call, Response> begin(const Head& head, std::string_view& route_name) const;

  /// Never throws; a failing store is a 500.
  void handle(const Call& call, std::string_view body, const Answer& answer) const;

 private:
  Store& store_;
  KeyCheck key_;
};

[[nodiscard]] Response refused(const HttpProblem& problem);

}  // namespace vestibule::sandbox

/// From a request to its answer, without any network.
/// Depends on: head, key, media, query, presentation, router, routes,
/// trouble.
#pragma once

#include <string_view>
#include <variant>

#include "head.hpp"
#include "key.hpp"
#include "route.hpp"
#include "trouble.hpp"

namespace vestibule::sandbox {

class Api {
 public:
  /// Without `control` there is no control API.
  Api(Store& store, std::string_view key, Control* control = nullptr) : store_{store}, key_{key}, control_{control} {}

  /// Everything that can be refused before the body is read, the key first: whoever has none learns nothing else.
  /// `route_name` is set for the log.
  [[nodiscard]] std::variant<Call, Response> begin(const Head& head, std::string_view& route_name) const;

  /// The trouble that a request meets, of the faults that the control API asked for. Counts it: call it once.
  [[nodiscard]] Trouble trouble_for(const Call& call) const;

  /// A failing store, or anything else that is thrown, is a 500.
  void handle(const Call& call, std::string_view body, const Answer& answer) const;

 private:
  [[nodiscard]] bool has(Choice choice) const;
  /// An answer in the spelling and shape that the settings ask for.
  [[nodiscard]] Answer presented(const Call& call, const Answer& answer) const;
  /// Of the two paths for updating a customer, one that this Nue does not have (nue-api 10.9).
  [[nodiscard]] bool is_absent(std::string_view route_name) const;

  Store& store_;
  KeyCheck key_;
  Control* control_;
};

[[nodiscard]] Response refused(const HttpProblem& problem);

}  // namespace vestibule::sandbox

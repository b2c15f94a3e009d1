/// The body of a request: one JSON object without depth.
/// Depends on: org/problem, json/scan of the core.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "org/problem.hpp"

namespace vestibule::sandbox::org {

struct Member {
  enum class Kind { null, text, number, boolean, nested };

  std::string name;
  Kind kind{};
  std::string text{};  ///< of text; the literal of a number, "true" or "false"
};

/// Limits  1 MiB
/// Errors  JSON_PARSER_ERROR: anything but one object, or a member that stands there twice
[[nodiscard]] Outcome<std::vector<Member>> read_members(std::string_view body);

}  // namespace vestibule::sandbox::org

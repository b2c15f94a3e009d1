/// One judgement about one part of a record. Words are made elsewhere, from the code and its parameters.
/// Depends on: code.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "vestibule/code.hpp"

namespace vestibule {

enum class Severity : std::uint8_t {
  error,    ///< the record is refused
  warning,  ///< the record is accepted, the finding is shown
};

struct Finding {
  Code code{};
  Severity severity{};
  std::string pointer;              ///< RFC 6901, "/email" or "/3/email"; "" is the whole document
  std::vector<std::string> params;  ///< in the order of info(code).params; may hold what was typed: never into logs
  std::optional<std::string> suggestion;  ///< the corrected value, where there is one

  friend bool operator==(const Finding&, const Finding&) = default;
};

}  // namespace vestibule

/// Why a JSON text was refused.
/// Depends on: code.
#pragma once

#include <string>
#include <vector>

#include "vestibule/code.hpp"

namespace vestibule::json {

struct Problem {
  Code code{};
  std::string pointer;              // RFC 6901; "" where the document as a whole is meant
  std::vector<std::string> params;  // in the order of info(code).params

  friend bool operator==(const Problem&, const Problem&) = default;
};

}  // namespace vestibule::json

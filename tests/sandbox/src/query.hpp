/// The request target: path segments and the raw query, decoded piece by piece.
/// Depends on: http_limits, operator.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "operator.hpp"

namespace vestibule::sandbox {

struct Parameter {
  std::string name;
  Operator op = Operator::equal;
  std::string value;

  friend bool operator==(const Parameter&, const Parameter&) = default;
};

struct Target {
  std::vector<std::string> segments;  ///< "/customers/a%20b" gives "customers", "a b"
  std::vector<Parameter> parameters;
};

/// A percent-encoded text as UTF-8. `plus_is_space` as HTML forms encode a query.
/// Errors  nothing for a damaged escape, an encoded NUL, or bytes that are not UTF-8
[[nodiscard]] std::optional<std::string> decode_percent(std::string_view text, bool plus_is_space);

/// Splits a target in origin form. A parameter is decoded first and split at its first operator then, the longest that
/// fits: operators stand in the query as they are ("annualRevenue>=1000000"), and browsers send some of them encoded.
///
/// Errors  a sentence: damaged encoding, more than 32 parameters, a parameter without an operator, the same name and
///         operator twice
[[nodiscard]] std::optional<Target> read_target(std::string_view target, std::string_view& problem);

}  // namespace vestibule::sandbox

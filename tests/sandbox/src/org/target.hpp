/// The target of a request in its parts.
/// Depends on: nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vestibule::sandbox::org {

struct Target {
  std::vector<std::string> segments;  ///< "/sobjects/Account" gives "sobjects", "Account"
  std::vector<std::pair<std::string, std::string>> parameters;
};

/// Nothing for a target that does not begin with "/", or for a damaged escape.
[[nodiscard]] std::optional<Target> read_target(std::string_view target);

/// The pieces between separators: "a,b" gives "a", "b"; no piece of an empty text.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

/// A whole number from `min` to `max`, and nothing else.
[[nodiscard]] std::optional<std::int64_t> read_number(std::string_view text, std::int64_t min, std::int64_t max);

}  // namespace vestibule::sandbox::org

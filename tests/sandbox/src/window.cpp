#include "window.hpp"

#include <charconv>
#include <limits>
#include <optional>

namespace vestibule::sandbox {
namespace {

constexpr std::int64_t limit_max = 10'000;

std::optional<std::int64_t> whole(std::string_view text, std::int64_t min, std::int64_t max) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < min || value > max) return std::nullopt;
  return value;
}

}  // namespace

std::variant<Window, Problem> read_window(const Call& call) {
  Window window;
  for (const Parameter& parameter : call.parameters) {
    const bool is_after = parameter.name == "after";
    if ((!is_after && parameter.name != "limit") || parameter.op != Operator::equal) {
      return Problem{400, "INVALID_PARAMETER", "this path takes after and limit"};
    }
    const auto value = is_after ? whole(parameter.value, 0, std::numeric_limits<std::int64_t>::max())
                                : whole(parameter.value, 1, limit_max);
    if (!value) return Problem{400, "INVALID_PARAMETER", "after: a whole number; limit: from 1 to 10,000"};
    (is_after ? window.after : window.limit) = *value;
    window.has_after |= is_after;
  }
  return window;
}

}  // namespace vestibule::sandbox

#include "clock_store.hpp"

#include <charconv>

namespace vestibule::sandbox {
namespace {

constexpr std::string_view skew = "clock.skew";
constexpr std::string_view frozen = "clock.frozen";

std::optional<Milliseconds> number(const std::optional<std::string>& text) {
  Milliseconds value = 0;
  if (!text || text->empty()) return std::nullopt;
  std::from_chars(text->data(), text->data() + text->size(), value);
  return value;
}

}  // namespace

ClockState stored_clock(Settings& settings) {
  return {.skew = number(settings.text(skew)).value_or(0), .frozen = number(settings.text(frozen))};
}

void store_clock(Settings& settings, const ClockState& state) {
  settings.set(skew, std::to_string(state.skew));
  settings.set(frozen, state.frozen ? std::to_string(*state.frozen) : "");
}

}  // namespace vestibule::sandbox

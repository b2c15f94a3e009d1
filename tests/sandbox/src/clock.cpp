#include "clock.hpp"

#include <array>
#include <chrono>
#include <cstdio>
#include <mutex>

namespace vestibule::sandbox {
namespace {

using std::chrono::milliseconds;
using std::chrono::sys_days;
using std::chrono::sys_time;

// The digits text[from, from + count) as a number; nothing when there is another character among them.
std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count) {
  int value = 0;
  for (const char c : text.substr(from, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::mutex state_mutex;
ClockState state_of_process;

}  // namespace

Milliseconds machine_now() {
  return std::chrono::duration_cast<milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

Milliseconds now() { return time_of(clock_state(), machine_now()); }

void set_clock(const ClockState& state) {
  const std::lock_guard lock{state_mutex};
  state_of_process = state;
}

ClockState clock_state() {
  const std::lock_guard lock{state_mutex};
  return state_of_process;
}

Milliseconds time_of(const ClockState& state, Milliseconds machine) {
  return state.frozen ? *state.frozen : machine + state.skew;
}

std::string to_iso(Milliseconds time) {
  const sys_time<milliseconds> point{milliseconds{time}};
  const sys_days day = std::chrono::floor<std::chrono::days>(point);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss clock{point - day};
  std::array<char, 64> text{};
  const int size = std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", int{date.year()},
                                 unsigned{date.month()}, unsigned{date.day()}, static_cast<int>(clock.hours().count()),
                                 static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()),
                                 static_cast<int>(clock.subseconds().count()));
  return {text.data(), static_cast<std::size_t>(size)};
}

std::optional<Milliseconds> from_iso(std::string_view text) {
  if (text.size() != 24) return std::nullopt;
  const auto year = digits(text, 0, 4);
  const auto month = digits(text, 5, 2);
  const auto day = digits(text, 8, 2);
  const auto hour = digits(text, 11, 2);
  const auto minute = digits(text, 14, 2);
  const auto second = digits(text, 17, 2);
  const auto milli = digits(text, 20, 3);
  if (!year || !month || !day || !hour || !minute || !second || !milli) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  const auto time =
      std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{*second} + milliseconds{*milli};
  const Milliseconds value = std::chrono::duration_cast<milliseconds>(sys_days{date}.time_since_epoch() + time).count();
  // Writing it again settles separators and ranges at once.
  return to_iso(value) == text ? std::optional{value} : std::nullopt;
}

std::string year_of(Milliseconds time) { return to_iso(time).substr(0, 4); }

}  // namespace vestibule::sandbox

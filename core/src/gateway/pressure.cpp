#include "vestibule/gateway/pressure.hpp"

#include <algorithm>

#include "mutants.hpp"
#include "vestibule/nue/retry_after.hpp"

namespace vestibule::gateway {
namespace {

constexpr std::uint32_t failures_in_row = 5;
constexpr Millis window = 10'000;
constexpr std::uint32_t least_calls = 20;
constexpr Millis open_least = 10'000;
constexpr Millis open_most = 60'000;
constexpr Millis trial_wait = 15'000;  // longer than any answer takes
constexpr Millis minute = 60'000;

// A moment that lies further ahead than it can was set before the clock was set back: it counts as over.
void forget_later_times(Pressure& pressure, Millis now) {
  const auto forget = [now](Millis& until, Millis most) {
    if (until > now + most) until = now;
  };
  forget(pressure.paused_until, nue::retry_after_max_ms);
  forget(pressure.open_until, open_most);
  forget(pressure.trial_until, trial_wait);
  if (pressure.window_at > now) pressure.window_at = 0;
  if (pressure.minute_at > now) pressure.minute_at = 0;
}

void open(Pressure& pressure, Millis now, std::uint32_t random) {
  pressure.open_until = now + open_least + (((open_most - open_least) * random) >> 32);
  pressure.trial_until = 0;
}

// What was counted before is over ten seconds old by now, and begins anew with the next answer.
void close(Pressure& pressure) { pressure.open_until = 0; }

void count_answer(Pressure& pressure, bool failed, Millis now) {
  if (now >= pressure.window_at + window) {
    pressure.window_at = now;
    pressure.calls = 0;
    pressure.failures = 0;
  }
  ++pressure.calls;
  if (failed) ++pressure.failures;
  pressure.in_row = failed ? pressure.in_row + 1 : 0;
}

bool within_budget(Pressure& pressure, Call call, Millis now) {
  if (now >= pressure.minute_at + minute) {
    pressure.minute_at = now;
    pressure.creates = 0;
    pressure.retries = 0;
  }
  if (call == Call::create) ++pressure.creates;
  if (call != Call::retry || mutant == Mutant::no_retry_budget) return true;
  if (pressure.retries >= std::max(free_retries, pressure.creates / 10)) return false;
  ++pressure.retries;
  return true;
}

}  // namespace

Breaker breaker_of(const Pressure& pressure, Millis now) {
  if (pressure.open_until == 0) return Breaker::closed;
  return now < pressure.open_until ? Breaker::open : Breaker::half_open;
}

bool lets_pass(Pressure& pressure, Call call, Millis now, bool probe_waits) {
  forget_later_times(pressure, now);
  if (now < pressure.paused_until) return false;
  const Breaker breaker = breaker_of(pressure, now);
  if (breaker == Breaker::open) return false;
  if (breaker == Breaker::half_open) {
    if (now < pressure.trial_until || (call != Call::probe && probe_waits)) return false;
  }
  if (!within_budget(pressure, call, now)) return false;
  if (breaker == Breaker::half_open) pressure.trial_until = now + trial_wait;
  return true;
}

void note(Pressure& pressure, const nue::Answer& answer, Millis now, std::uint32_t random) {
  const bool asks = answer.status == 429 || answer.status == 503;
  const Millis pause = asks ? nue::parse_retry_after(answer.retry_after, now).value_or(0) : 0;
  const bool failed = nue::is_failure(answer);
  forget_later_times(pressure, now);
  if (pause > 0) pressure.paused_until = std::max(pressure.paused_until, now + pause);
  if (breaker_of(pressure, now) == Breaker::half_open) {
    pressure.in_row = failed ? pressure.in_row + 1 : 0;
    return failed ? open(pressure, now, random) : close(pressure);
  }
  count_answer(pressure, failed, now);
  const bool many = pressure.calls >= least_calls && pressure.failures * 2 >= pressure.calls;
  if (pressure.open_until == 0 && (pressure.in_row >= failures_in_row || many)) open(pressure, now, random);
}

std::string_view to_string(Breaker breaker) {
  constexpr std::string_view names[] = {"closed", "half_open", "open"};
  return names[static_cast<std::size_t>(breaker)];
}

}  // namespace vestibule::gateway

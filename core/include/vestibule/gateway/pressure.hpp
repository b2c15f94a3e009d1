/// How much the whole gateway may ask of the API: a breaker that opens when the API fails, a pause the API asks for, and a budget of
/// retries. Plain data and two questions; the host keeps one for all its sign-ups, and losing it costs nothing but caution.
/// Depends on: gateway/intent, nue/answer.
///
/// Source: lifecycle-and-sync 1.6.
#pragma once

#include <cstdint>
#include <string_view>

#include "vestibule/gateway/intent.hpp"
#include "vestibule/nue/answer.hpp"

namespace vestibule::gateway {

enum class Call : std::uint8_t {
  create,  ///< the first of an intent
  retry,   ///< a later create of an intent
  probe,   ///< a search
};

struct Pressure {
  Millis paused_until = 0;     ///< by Retry-After: nothing passes before
  Millis open_until = 0;       ///< the breaker is open until then, and half open after it; 0: closed
  Millis trial_until = 0;      ///< half open: the one call that was let through is awaited until then
  std::uint32_t in_row = 0;    ///< failures since the last success
  Millis window_at = 0;        ///< begin of the ten seconds that are counted
  std::uint32_t calls = 0;     ///< answered in them
  std::uint32_t failures = 0;  ///< and failed
  Millis minute_at = 0;        ///< begin of the minute that is counted
  std::uint32_t creates = 0;   ///< passed in it
  std::uint32_t retries = 0;   ///< and passed in it

  friend bool operator==(const Pressure&, const Pressure&) = default;
};

/// Retries of a minute that pass however few creates there are: without them a quiet gateway could never retry.
inline constexpr std::uint32_t free_retries = 10;

/// Whether the call may be made now, and if so counts it. `probe_waits`: a search is due, which goes before creates while the
/// breaker is half open.
[[nodiscard]] bool lets_pass(Pressure& pressure, Call call, Millis now, bool probe_waits);

/// Takes in how a call ended: whether the API failed, and what pause a 429 or 503 asks for.
void note(Pressure& pressure, const nue::Answer& answer, Millis now, std::uint32_t random);

enum class Breaker : std::uint8_t { closed, half_open, open };
[[nodiscard]] Breaker breaker_of(const Pressure& pressure, Millis now);
[[nodiscard]] std::string_view to_string(Breaker breaker);

}  // namespace vestibule::gateway

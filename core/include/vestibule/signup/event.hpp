/// What can happen to a sign-up in the browser.
/// Depends on: signup/attempt.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "vestibule/signup/attempt.hpp"

namespace vestibule::signup {

enum class EventKind : std::uint8_t {
  submit,    ///< attempt: a key and a secret nobody has seen
  edit,      ///< an answer was changed
  check,     ///< the person asks whether it is known by now
  resume,    ///< attempt: what the store held when the page began
  stored,    ///< ok; attempt: what the store holds now, which is another tab's where that was first
  locked,    ///< ok: this tab may send; not ok: another one may, and the host goes on waiting for the lock
  told,      ///< another tab settled it
  token,     ///< a form token came
  answered,  ///< status, code, retry_after_ms, whole: to the last request
  waited,    ///< the wait is over
  offline,
  online,
};
inline constexpr std::size_t event_kind_count = 12;

/// Time and randomness are part of what happens: a log of events repeats a run.
struct Event {
  EventKind kind{};
  std::uint64_t now_ms = 0;  ///< since 1970
  std::uint32_t random = 0;  ///< 32 bits
  Attempt attempt;
  bool ok = false;
  std::uint32_t status = 0;  ///< HTTP; 0: no answer, or one cut short
  std::string code;          ///< of the gateway's problem; "" for none
  std::uint64_t retry_after_ms = 0;
  bool whole = false;  ///< the body is a customer of this wire's version

  friend bool operator==(const Event&, const Event&) = default;
};

[[nodiscard]] std::string_view to_string(EventKind kind);

}  // namespace vestibule::signup

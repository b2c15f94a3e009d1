/// The transitions of an intent: step(intent, event, policy) is total and pure. Time and randomness come with the event.
/// The host stores the new intent durably, then carries out the effects in their order, and answers `probe` and `send` with
/// an event of the epoch it got. Without either the run has ended; the next one starts at `due_at`, or when somebody asks.
/// Depends on: gateway/intent, nue/answer.
///
/// The rows stand in core/src/gateway/table.cpp and are drawn into core/docs/gateway.md.
/// Source: lifecycle-and-sync 1.3 to 1.6.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "vestibule/gateway/intent.hpp"
#include "vestibule/nue/answer.hpp"

namespace vestibule::gateway {

enum class EventKind : std::uint8_t {
  start,           ///< may_send; a run begins: for a request, when due, after a restart
  send_answered,   ///< epoch, answer, may_send
  not_begun,       ///< epoch: no byte of the create has left, because its lease was about to end
  probe_answered,  ///< epoch, answer, may_send
  relinked,        ///< customer_id: an operator says which customer it became (C7)
};
inline constexpr std::size_t event_kind_count = 5;

struct Event {
  EventKind kind{};
  Millis now = 0;
  std::uint32_t random = 0;  ///< any bits
  std::uint32_t epoch = 0;
  bool may_send = true;  ///< breaker and budget let a create pass (gateway/pressure.hpp)
  nue::Answer answer{};
  std::string customer_id{};
};

enum class Outcome : std::uint8_t {
  applied,
  ignored,  ///< nothing changes, because
};

enum class Because : std::uint8_t {
  none,
  leased,       ///< another run is alive
  stale_epoch,  ///< a newer run took the intent
  not_due,      ///< nothing is to be done yet
  not_awaited,  ///< no such answer is awaited in this state
  not_parked,   ///< only a parked intent is relinked
};

/// A set, in this order.
enum class Effect : std::uint8_t {
  erase_payload = 1 << 0,
  send = 1 << 1,   ///< POST the payload, its first byte before lease_until - policy.upstream (A3); else `not_begun`
  probe = 1 << 2,  ///< search for the token
  alarm_parked = 1 << 3,    ///< a person has to settle it
  alarm_surplus = 1 << 4,   ///< records were made that nobody is bound to
  alarm_upstream = 1 << 5,  ///< the key was not taken, or the API redirects
  alarm_slot = 1 << 6,      ///< the API ignores or refuses the filter: no answer of it proves anything while it does
};

class Effects {
 public:
  constexpr Effects() = default;
  constexpr Effects(Effect effect) : bits_{static_cast<std::uint8_t>(effect)} {}

  [[nodiscard]] constexpr bool has(Effect effect) const { return (bits_ & static_cast<std::uint8_t>(effect)) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }

  friend constexpr Effects operator|(Effects a, Effects b) {
    a.bits_ = static_cast<std::uint8_t>(a.bits_ | b.bits_);
    return a;
  }
  friend constexpr bool operator==(Effects, Effects) = default;

 private:
  std::uint8_t bits_ = 0;
};
[[nodiscard]] constexpr Effects operator|(Effect a, Effect b) { return Effects{a} | Effects{b}; }

struct Step {
  Intent intent;
  Outcome outcome{};
  Because because{};
  Effects effects;
};

[[nodiscard]] Step step(const Intent& intent, const Event& event, const Policy& policy);

[[nodiscard]] std::string_view to_string(EventKind kind);
[[nodiscard]] std::string_view to_string(Outcome outcome);
[[nodiscard]] std::string_view to_string(Because because);
[[nodiscard]] std::string_view to_string(Effect effect);

/// Every effect, in the order they are carried out.
[[nodiscard]] std::span<const Effect> all_effects();

/// Appends the rows as a Markdown table.
void append_table(std::string& out);

}  // namespace vestibule::gateway

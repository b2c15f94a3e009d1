/// One sign-up as the browser knows it, from the first press of the button to a final answer.
/// Depends on: nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vestibule::signup {

/// What outlives a reload: kept over retries and tabs, so that whatever arrives twice is created once.
struct Attempt {
  std::string key;     ///< the gateway knows the sign-up by it; "": there is no attempt
  std::string secret;  ///< whoever has it may ask what became of the key
  std::uint64_t began_ms = 0;
  std::uint32_t sends = 0;   ///< counted before each one, so that no crash forgets one
  bool has_payload = false;  ///< the answers are at hand; what they are is the host's

  friend bool operator==(const Attempt&, const Attempt&) = default;
};

enum class StateKind : std::uint8_t {
  editing,     ///< answers may be changed; with a key: one that never arrived and goes with what is sent next
  persisting,  ///< the attempt is being stored
  queued,      ///< stored; waits for the network, or for the lock of another tab
  sending,
  waiting,     ///< not known yet: sent again or asked about after a while
  unresolved,  ///< waited for long enough: asked about once a minute, and when the person says so
  expired,     ///< the answers were erased; the key can still be asked about
  confirmed,
  refused,
};
inline constexpr std::size_t state_kind_count = 9;

/// What comes after a wait or a queue.
enum class Move : std::uint8_t { send, ask };

struct State {
  StateKind kind = StateKind::editing;
  Attempt attempt;
  std::uint64_t since_ms = 0;  ///< when the waiting began that patience_ms bounds
  Move next = Move::send;      ///< of queued and waiting
  std::string reason;  ///< why it waits: a code of the gateway, browser.offline, browser.other_tab; "" for no answer
  bool has_token = false;  ///< a form token is at hand
  bool stale = false;      ///< a form token was refused as too old
  bool reused = false;     ///< the gateway has other answers under this key
  bool adopted = false;    ///< the attempt was begun by another tab, with its own answers
  bool unstored = false;   ///< "volatile": the browser keeps nothing, a reload forgets the attempt
  bool locked = false;     ///< this tab alone may send
  bool offline = false;
  bool earlier = false;  ///< of confirmed: the customer holds other answers than this page's, or ones it does not have

  friend bool operator==(const State&, const State&) = default;
};

[[nodiscard]] std::string_view to_string(StateKind kind);
[[nodiscard]] std::string_view to_string(Move move);

}  // namespace vestibule::signup

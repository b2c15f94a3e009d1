/// One record that a sign-up creates, as the gateway keeps it, and what the gateway may rely on: the customer, and after it, with
/// an intent of its own, the contact that came along.
/// Depends on: nothing.
///
///   claimed --send--> sent --accepted--> created        sent --refused--> rejected
///      ^               |---not executed--> claimed      sent --anything else, a restart--> unknown
///      |               v
///      `--absent-- unknown --found--> created           unknown --absent after three sends--> parked --found--> created
///
/// A contact is found by its e-mail instead of a token, since no two have the same. The e-mail is looked up before anything is
/// sent; where another customer's contact has it, or the API refuses the contact, the intent is parked: whoever signed up is
/// told of the customer alone, so nobody else hears of it.
///
/// Source: lifecycle-and-sync 1.1, 1.3, 1.7; design section 8 (Disclosure).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vestibule::gateway {

using Millis = std::uint64_t;  ///< since 1970, or a span

enum class State : std::uint8_t {
  claimed,   ///< nothing is on its way to the API
  sent,      ///< a create is on its way, or its answer is
  unknown,   ///< a create may have been carried out
  created,   ///< bound to one customer, for good
  rejected,  ///< refused, for good
  parked,    ///< nothing is sent any more: a person, or a late find, settles it
};
inline constexpr std::size_t state_count = 6;

/// Plain data. The host stores it whole, in one write, before it carries out the effects of the step that made it.
/// The payload is the host's: it is there from the claim to `erase_payload`.
struct Intent {
  State state{};
  std::string
      token;  ///< 26 characters (signup/token.hpp); stands in the slot of every record this intent creates; "" of a contact
  std::string owner{};      ///< of a contact: the customer it is created under; "" of a customer
  std::uint8_t sends = 0;   ///< creates begun, at most max_sends
  std::uint32_t epoch = 0;  ///< of the newest run; what an older one still brings changes nothing (C4)
  Millis lease_until = 0;   ///< until then the newest run is alive; 0: it has ended
  Millis sent_at =
      0;  ///< when the newest create was made durable; of a contact before that: when its customer was bound
  Millis probed_at = 0;     ///< when the newest search was asked for
  Millis due_at = 0;        ///< when the host has to start a run; 0: never
  Millis settled_at = 0;    ///< when it came to created, rejected or parked
  std::uint8_t probes = 0;  ///< asked for since the newest create
  std::string customer_id;  ///< the binding, of a contact its own id; set once (C1)
  std::string account_number;
  std::string external_id;
  std::vector<std::string> surplus;  ///< other records with the token, at most max_surplus: for a person

  friend bool operator==(const Intent&, const Intent&) = default;
};

/// What the gateway was told about its store and the API. The order of the times is the rule (1.1).
struct Policy {
  /// Records carry the token and can be searched for by it. False: every lost answer is for a person.
  bool has_slot = true;
  /// Only one owner of the store can live, as with a Durable Object: a new one need not wait for the old one's lease.
  bool single_owner = true;
  Millis upstream = 10'000;  ///< how long an answer of the API is waited for
  Millis lease = 30'000;
  Millis horizon = 120'000;  ///< a create that left no trace for so long is not carried out any more (A1, A2)

  friend bool operator==(const Policy&, const Policy&) = default;
};

inline constexpr std::uint8_t max_sends = 3;              // C17
inline constexpr std::size_t max_surplus = 100;           // 1.5: more is not listed, only counted as too many
inline constexpr Millis unanswered_max = 24 * 3'600'000;  // then a person looks (design section 8)
inline constexpr Millis probe_pause_max = 5 * 60'000;     // between searches that got no answer (design section 8)
inline constexpr Millis sweep_ages[] = {10 * 60'000, 3'600'000, 24 * 3'600'000};  // 1.3, after it was settled

[[nodiscard]] inline bool is_final(const Intent& intent) {
  return intent.state == State::created || intent.state == State::rejected;
}

[[nodiscard]] std::string_view to_string(State state);

}  // namespace vestibule::gateway

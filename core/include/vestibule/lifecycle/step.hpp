/// The transitions of a customer's life: step(life, event) is total and pure. The host carries out the effects in the
/// transaction that stores the new life and one audit entry (L20).
/// Depends on: lifecycle/event.
///
/// The rows stand in core/src/lifecycle/table.cpp and are drawn into core/docs/lifecycle.md.
/// Source: lifecycle-and-sync section 2, nue-api R11-R33.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "vestibule/lifecycle/event.hpp"

namespace vestibule::lifecycle {

enum class Outcome : std::uint8_t {
  applied,
  noted,     ///< remembered; stage and link stay as they are
  repeated,  ///< known already; nothing changes
  ignored,   ///< nothing changes, because
};

/// Why an event was not simply applied.
enum class Because : std::uint8_t {
  none,
  no_customer,      ///< there is no customer yet
  other_id,         ///< the customer has another id, and ids never change
  known,            ///< it was told before
  no_active_order,  ///< counts as soon as an order is activated
  not_due,          ///< no account is due
  linked_already,
  not_ours,   ///< about an account this customer is not tied to
  stale,      ///< a newer version of the account was seen
  too_early,  ///< the account can still come back from the bin
  taken,      ///< the account is tied to another customer
  not_held,
  open_order,
};

/// What the host does besides storing the new life. A set, in this order.
enum class Effect : std::uint16_t {
  promote_type = 1 << 0,    ///< `type` Prospect becomes Direct Customer; any other value stays (R14)
  customer_since = 1 << 1,  ///< `customerSince` := life.customer_since
  make_account = 1 << 2,    ///< make the account, under the Nue id as its key, so that twice makes one (R15)
  refresh = 1 << 3,         ///< compare every field with the account anew
  retry = 1 << 4,           ///< after a pause
  alarm = 1 << 5,           ///< tell a person
  erase_personal = 1 << 6,  ///< empty every personal field
  destroy_key = 1 << 7,     ///< of the customer's audit values (L23)
};

class Effects {
 public:
  constexpr Effects() = default;
  constexpr Effects(Effect effect) : bits_{static_cast<std::uint16_t>(effect)} {}

  [[nodiscard]] constexpr bool has(Effect effect) const { return (bits_ & static_cast<std::uint16_t>(effect)) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }

  [[nodiscard]] constexpr Effects without(Effects other) const {
    Effects rest = *this;
    rest.bits_ = static_cast<std::uint16_t>(rest.bits_ & ~other.bits_);
    return rest;
  }

  friend constexpr Effects operator|(Effects a, Effects b) {
    a.bits_ = static_cast<std::uint16_t>(a.bits_ | b.bits_);
    return a;
  }
  friend constexpr bool operator==(Effects, Effects) = default;

 private:
  std::uint16_t bits_ = 0;
};
[[nodiscard]] constexpr Effects operator|(Effect a, Effect b) { return Effects{a} | Effects{b}; }

struct Step {
  Life life;
  Outcome outcome{};
  Because because{};
  Effects effects;
};

/// Cost: linear in the orders and past accounts known.
[[nodiscard]] Step step(const Life& life, const Event& event);

[[nodiscard]] std::string_view to_string(Outcome outcome);
[[nodiscard]] std::string_view to_string(Because because);
[[nodiscard]] std::string_view to_string(Effect effect);

/// Every effect, in the order they are carried out.
[[nodiscard]] std::span<const Effect> all_effects();

/// Appends the rows as a Markdown table, one for each event.
void append_table(std::string& out);

}  // namespace vestibule::lifecycle

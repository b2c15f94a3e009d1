// Which members an event of each kind has. Internal to lifecycle.
#pragma once

#include <cstdint>

#include "vestibule/lifecycle/event.hpp"

namespace vestibule::lifecycle {

// In the order of their names in JSON.
enum class Part : std::uint16_t {
  account = 1 << 0,
  cycle = 1 << 1,
  day = 1 << 2,
  days = 1 << 3,
  id = 1 << 4,
  mode = 1 << 5,
  open_order = 1 << 6,
  order = 1 << 7,
  permanent = 1 << 8,
  source = 1 << 9,
  taken = 1 << 10,
  version = 1 << 11,
  winner = 1 << 12,
};

class Parts {
 public:
  constexpr Parts(Part part) : bits_{static_cast<std::uint16_t>(part)} {}
  static constexpr Parts none() { return Parts{static_cast<Part>(0)}; }

  [[nodiscard]] constexpr bool has(Part part) const { return (bits_ & static_cast<std::uint16_t>(part)) != 0; }

  friend constexpr Parts operator|(Parts a, Parts b) {
    return Parts{static_cast<Part>(static_cast<std::uint16_t>(a.bits_ | b.bits_))};
  }

 private:
  std::uint16_t bits_;
};

[[nodiscard]] constexpr Parts operator|(Part a, Part b) { return Parts{a} | Parts{b}; }

[[nodiscard]] constexpr Parts parts_of(EventKind kind) {
  using enum EventKind;
  switch (kind) {
    case created: return Part::id | Part::mode;
    case order_activated: return Part::order | Part::day;
    case order_changed:
    case renewed:
    case cancelled: return Part::order;
    case link_set: return Part::account | Part::source | Part::taken;
    case relinked: return Part::account | Part::taken;
    case account_merged: return Part::account | Part::winner | Part::taken | Part::cycle;
    case account_deleted:
    case account_undeleted: return Part::account | Part::version;
    case account_missing: return Part::account | Part::days;
    case sync_failed: return Part::permanent;
    case mode_changed: return Part::mode;
    case erase: return Part::open_order;
    case draft_pushed:
    case hold_released: return Parts::none();
  }
  return Parts::none();
}

}  // namespace vestibule::lifecycle

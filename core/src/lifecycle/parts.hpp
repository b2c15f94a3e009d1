// Which members an event of each kind has, and what they are. Internal to lifecycle.
#pragma once

#include <cstdint>
#include <string_view>

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

struct Member {
  Part part;
  std::string_view name;
  std::string_view words;
  std::string_view absent;  // what it is where it is left out; "": it must be there
};

inline constexpr Member members[] = {
    {Part::account, "account", "Salesforce id of an account; of a merge the one that is gone", ""},
    {Part::cycle, "cycle", "whether the merges lead back to the account", "false"},
    {Part::day, "day", "YYYY-MM-DD", ""},
    {Part::days, "days", "since the account was suspended", "0"},
    {Part::id, "id", "Nue's id of the customer", ""},
    {Part::mode, "mode", "`selective`, `continuous`", ""},
    {Part::open_order, "openOrder", "whether an order is open", "false"},
    {Part::order, "order", "id of the order", ""},
    {Part::permanent, "permanent", "whether the sync failed for good", "false"},
    {Part::source, "source", "`sync`, `salesforce`, `import`, `person`", ""},
    {Part::taken, "taken", "whether the account, of a merge the winner, is tied to another customer", "false"},
    {Part::version, "version", "of the account", "0"},
    {Part::winner, "winner", "Salesforce id of the account that the merges end at", ""},
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

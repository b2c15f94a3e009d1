/// What can happen to a customer. Events carry the facts a decision needs; the host looks them up.
/// Depends on: lifecycle/life.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "vestibule/lifecycle/life.hpp"

namespace vestibule::lifecycle {

enum class EventKind : std::uint8_t {
  created,            ///< id, mode
  order_activated,    ///< order, day
  order_changed,      ///< order
  renewed,            ///< order
  cancelled,          ///< order
  draft_pushed,       ///< a draft order is sent to Salesforce, which needs an account there (nue-api 10.12)
  link_set,           ///< account, taken, source: an account was made or found for this customer
  relinked,           ///< account, taken: an operator ties the customer to another account
  account_merged,     ///< account (the loser), winner, taken, cycle: `winner` is the end of the chain of merges
  account_deleted,    ///< account, version
  account_undeleted,  ///< account, version
  account_missing,    ///< account, days: a reconcile did not find it; days since it was suspended
  sync_failed,        ///< permanent
  mode_changed,       ///< mode
  hold_released,      ///< by a person
  erase,              ///< open_order: whether one stands against it
};
inline constexpr std::size_t event_kind_count = 16;

/// Who says that an account belongs to a customer.
enum class Source : std::uint8_t {
  sync,        ///< our own sync, which made it
  salesforce,  ///< the record came from there
  import,
  person,
};

struct Event {
  EventKind kind{};
  ids::Uuid id{};     ///< of `created`
  ids::Uuid order{};  ///< of the order events
  checks::Date day{};
  ids::SalesforceId account{};
  ids::SalesforceId winner{};
  Mode mode{};
  Source source{};
  bool taken = false;  ///< the account (of a merge: the winner) is tied to another customer
  bool cycle = false;
  bool permanent = false;
  bool open_order = false;
  std::uint32_t days = 0;
  std::uint64_t version = 0;  ///< of the account; 0 where the source has none

  friend bool operator==(const Event&, const Event&) = default;
};

[[nodiscard]] std::string_view to_string(EventKind kind);
[[nodiscard]] std::string_view to_string(Source source);

}  // namespace vestibule::lifecycle

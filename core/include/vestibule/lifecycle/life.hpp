/// The state of one customer's life: what is known of it, and how it is tied to an account of Salesforce.
/// Depends on: lifecycle/stage, ids/salesforce_id, ids/uuid, checks/date.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "vestibule/checks/date.hpp"
#include "vestibule/ids/salesforce_id.hpp"
#include "vestibule/ids/uuid.hpp"
#include "vestibule/lifecycle/stage.hpp"

namespace vestibule::lifecycle {

/// When a customer gets an account.
enum class Mode : std::uint8_t {
  selective,   ///< with its first activated order (Nue's default)
  continuous,  ///< at once
};

enum class Link : std::uint8_t {
  none,       ///< no account, and none is due
  pending,    ///< an account is due or being made; never of who was erased
  linked,     ///< tied to a living account
  suspended,  ///< the account is in Salesforce's bin; the external id is kept
  severed,    ///< the account is gone for good; the external id is history
  held,       ///< a person has to look; nothing is written outwards. Only ever answered by link_of()
};

enum class Hold : std::uint8_t {
  none,
  conflict,     ///< another account claims this customer
  duplicate,    ///< the account is tied to another customer
  merge_cycle,  ///< accounts that merged into each other
  refused,      ///< Salesforce refused the record for good
};

/// Days a deleted account stays in Salesforce's bin.
inline constexpr unsigned recycle_bin_days = 15;

struct Life {
  std::optional<ids::Uuid> id;  ///< Nue's; never changes once set (L6)
  OrderFacts orders;
  std::optional<checks::Date> customer_since;  ///< the earliest day an order was activated
  Mode mode{};
  Link link{};  ///< never `held`: a hold lies over it
  Hold hold{};
  std::optional<ids::SalesforceId> hold_account;  ///< that a conflict, duplicate or merge_cycle is about
  std::optional<ids::SalesforceId> account;       ///< externalId
  std::vector<ids::SalesforceId> past_accounts;   ///< oldest first
  std::uint64_t account_version = 0;              ///< the newest version of the account that an event told of
  bool erased = false;                            ///< personal fields are gone and must not come back from Salesforce

  friend bool operator==(const Life&, const Life&) = default;
};

[[nodiscard]] std::string_view to_string(Mode mode);
[[nodiscard]] std::string_view to_string(Link link);
[[nodiscard]] std::string_view to_string(Hold hold);

[[nodiscard]] inline Stage stage_of(const Life& life) { return stage_of(life.id.has_value(), life.orders); }

/// What is shown: `held` while there is a hold, else the link.
[[nodiscard]] inline Link link_of(const Life& life) { return life.hold == Hold::none ? life.link : Link::held; }

/// Whether a sync pass may write to the account (L17).
[[nodiscard]] inline bool may_write_account(const Life& life) {
  return life.link == Link::linked && life.hold == Hold::none && !life.erased;
}

}  // namespace vestibule::lifecycle

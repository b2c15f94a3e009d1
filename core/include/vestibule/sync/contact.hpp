/// When a contact is made in Salesforce and when it is compared: it follows the link of its customer.
/// Depends on: lifecycle/life, lifecycle/step.
///
/// A contact has no life of its own. While its customer may not be written to, it waits, and nobody asks for it again and
/// again: the step that ends the waiting says so. What Salesforce deletes stays in Nue as it is (L16).
///
/// Source: nue-api R13, R36; lifecycle-and-sync L7, L16, L17.
#pragma once

#include <cstdint>

#include "vestibule/lifecycle/life.hpp"
#include "vestibule/lifecycle/step.hpp"

namespace vestibule::sync {

/// Milliseconds until a contact that Salesforce refused is asked for again, unless it is edited before: nobody is held for
/// it, and what stood against it may be over, as when its account comes back from the bin.
inline constexpr std::uint64_t refused_contact_ms = 24 * 60 * 60 * 1000;

enum class ContactWork : std::uint8_t {
  none,     ///< its customer has no account that may be written to
  make,     ///< below the customer's account, under the Nue id as its key, so that twice makes one
  compare,  ///< one pass
};

/// `made`: Salesforce has it already, so that it has an external id.
[[nodiscard]] ContactWork work_for_contact(const lifecycle::Life& customer, bool made);

/// Whether the contacts of a customer have to be looked at after this step of its life: they may have waited for it, to be
/// made or with edits of either side.
[[nodiscard]] bool wakes_contacts(const lifecycle::Step& step);

}  // namespace vestibule::sync

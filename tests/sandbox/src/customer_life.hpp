/// The one place where something happens to a customer: the core decides, and the record, its life, the work that follows,
/// one audit entry and one message for the outside are stored in the caller's transaction (L20, L25).
/// Depends on: announce, erasure, repositories; lifecycle/step of the core.
#pragma once

#include <string>
#include <string_view>

#include "repositories.hpp"
#include "vestibule/lifecycle/step.hpp"

namespace vestibule::sandbox {

/// Who does something, and what led to it.
struct Occasion {
  std::string actor;
  Milliseconds time = 0;
  std::string cause{};
};

lifecycle::Step tell(Repositories& repositories, std::string_view customer_id, const lifecycle::Event& event,
                     const Occasion& occasion);

/// A new customer, as the mode of the tenant has it.
void tell_created(Repositories& repositories, const Values& customer, const Occasion& occasion);

/// An activated order: the first one, a later one, or what a change order does.
void tell_activated(Repositories& repositories, const Values& order, const Occasion& occasion);

/// Changed fields of a customer or a contact, as an audit entry that nobody outside is told of.
void audit_only(Repositories& repositories, std::string_view entity, const Values& before, const Values& after,
                const Occasion& occasion);

/// The same and a message. `before` is without values for a new contact.
void audit_changes(Repositories& repositories, std::string_view entity, const Values& before, const Values& after,
                   const Occasion& occasion);

/// The same again, and a sync where there is an account.
void note_changes(Repositories& repositories, std::string_view entity, const Values& before, const Values& after,
                  const Occasion& occasion);

}  // namespace vestibule::sandbox

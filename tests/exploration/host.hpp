/// What a host does with the library's decisions: tells events, carries out effects. In the small world all of it is in
/// memory; what is durable survives crash().
/// Depends on: world.
#pragma once

#include "world.hpp"

namespace vestibule::exploration {

/// Tells a customer an event: the new life and its audit entry are stored together.
void tell(World& world, std::size_t customer, const lifecycle::Event& event);

void edit(World& world, Store& store, Witness& witness, sync::Side side, std::size_t field);

[[nodiscard]] std::size_t number_of(const ids::SalesforceId& account);

/// The account a customer is tied to; account_count where it has none.
[[nodiscard]] std::size_t account_of(const World& world, std::size_t customer);

[[nodiscard]] bool may_sync(const World& world, std::size_t customer);
void start_pass(World& world, std::size_t customer);
/// The next effect of the pass under way.
void carry_on(World& world, std::size_t customer);

void make_account(World& world, std::size_t customer);

/// Everything that is not stored is gone.
void crash(World& world);

}  // namespace vestibule::exploration

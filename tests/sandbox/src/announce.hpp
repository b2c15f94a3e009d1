/// Tells the outside what happened: one line in the outbox, and a delivery for every endpoint that listens, in the
/// caller's transaction (L25).
/// Depends on: repositories; lifecycle/life of the core.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "repositories.hpp"
#include "vestibule/lifecycle/life.hpp"

namespace vestibule::sandbox {

/// How a customer stood, and how it stands now.
struct LifeChange {
  lifecycle::Life before;
  lifecycle::Life after;
};

void announce_customer_created(Repositories& repositories, std::string_view customer_id, const LifeChange& change,
                               Milliseconds time);

/// Names of changed members of a customer or a contact ("customer", "contact"), without their values.
void announce_updated(Repositories& repositories, std::string_view entity, const Values& record,
                      std::span<const std::string> changed, const LifeChange& change, Milliseconds time);

void announce_contact_created(Repositories& repositories, const Values& contact, Milliseconds time);

/// The rest takes the record as it is after the event.
void announce_order(Repositories& repositories, OutboxEvent event, const Values& order, Milliseconds time);
void announce_subscription(Repositories& repositories, OutboxEvent event, const Values& subscription,
                           Milliseconds time);
void announce_invoice(Repositories& repositories, OutboxEvent event, const Values& invoice, Milliseconds time);

}  // namespace vestibule::sandbox

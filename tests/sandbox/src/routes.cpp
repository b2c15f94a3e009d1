#include "routes.hpp"

#include "contact_routes.hpp"
#include "customer_routes.hpp"

namespace vestibule::sandbox {
namespace {

constexpr Route table[] = {
    {"GET /customers", list_customers},
    {"POST /customers", nullptr, create_customers},
    {"GET /customers/{customerId}", read_customer},
    {"PATCH /customers/{customerId}", nullptr, patch_customer},
    // The path that Nue's guide to updating prints; no other method is shown on it.
    {"PATCH /orders/customers/{customerId}", nullptr, patch_customer},

    {"GET /customers/{customerId}/contacts", list_customers_contacts},
    {"POST /customers/{customerId}/contacts", nullptr, create_contacts},
    {"GET /customers/{customerId}/contacts/{contactId}", read_customers_contact},
    {"GET /contacts", list_contacts},
    {"GET /contacts/{contactId}", read_contact},
    {"PATCH /contacts/{contactId}", nullptr, patch_contact},
};

}  // namespace

std::span<const Route> routes() { return table; }

}  // namespace vestibule::sandbox

#include "routes.hpp"

#include "clock_routes.hpp"
#include "contact_routes.hpp"
#include "control_routes.hpp"
#include "credit_routes.hpp"
#include "customer_routes.hpp"
#include "fault_routes.hpp"
#include "feed_routes.hpp"
#include "hub_routes.hpp"
#include "invoice_routes.hpp"
#include "order_routes.hpp"
#include "settings_routes.hpp"
#include "state_routes.hpp"
#include "subscription_routes.hpp"
#include "webhook_routes.hpp"

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

    {"GET /catalog/products", list_products},
    {"GET /orders", list_orders},
    {"POST /orders", nullptr, post_order},
    // The form of an older guide.
    {"POST /orders/{orderId}:activate", nullptr, post_activation},
    {"POST /orders/{orderId}", nullptr, post_activation},
    {"POST /change-orders", nullptr, post_change_order},

    {"GET /subscriptions", list_subscriptions},
    {"PATCH /subscriptions/{subscriptionId}", nullptr, patch_subscription},
    {"GET /entitlements", list_entitlements},

    {"GET /invoices", list_invoices},
    {"GET /invoices/{invoiceId}", read_invoice},
    {"GET /customers/{customerId}/invoices", list_customers_invoices},
    {"GET /customers/{customerId}/invoices/{invoiceId}", read_customers_invoice},
    {"POST /billing/invoices:activate", nullptr, post_invoice_activation},
    {"GET /customers/{customerId}/credit-flows", list_credits},
    {"GET /customers/{customerId}/credit-stats", list_credits},

    {"GET /customers/{customerId}/transactionHubData", read_hub_data},
    {"POST /revenue/transaction-hub/upload", nullptr, post_hub_upload},
    {"GET /revenue/transaction-hub/async-job/{jobId}", read_hub_job},

    // Only with --control.
    {"GET /_sandbox/settings", read_settings},
    {"POST /_sandbox/settings", nullptr, post_settings},
    {"GET /_sandbox/clock", read_clock},
    {"POST /_sandbox/clock", nullptr, post_clock},
    {"GET /_sandbox/faults", read_faults},
    {"POST /_sandbox/faults", nullptr, post_faults},
    {"GET /_sandbox/audit", read_audit},
    {"GET /_sandbox/conflicts", read_conflicts},
    {"GET /_sandbox/customers/{customerId}/life", read_life},
    {"POST /_sandbox/customers/{customerId}/events", nullptr, post_event},
    {"POST /_sandbox/org", nullptr, nullptr, ask_org},
    {"POST /_sandbox/org/orders", nullptr, post_org_order},
    {"GET /_sandbox/reconcile", read_reconcile},
    {"POST /_sandbox/reconcile", nullptr, post_reconcile},
    {"GET /_sandbox/export", nullptr, nullptr, read_export},
    {"POST /_sandbox/import", nullptr, nullptr, post_import, limits::state_max_bytes},
    {"POST /_sandbox/reset", nullptr, nullptr, post_reset},
    {"GET /_sandbox/feed", read_feed},
    {"GET /_sandbox/webhooks", list_webhooks},
    {"POST /_sandbox/webhooks", nullptr, post_webhook},
    {"GET /_sandbox/webhooks/faults", read_delivery_faults},
    {"POST /_sandbox/webhooks/faults", nullptr, post_delivery_faults},
    {"GET /_sandbox/webhooks/deliveries", list_deliveries},
    {"POST /_sandbox/webhooks/deliveries/{deliveryId}/redeliver", nullptr, post_redelivery},
    {"DELETE /_sandbox/webhooks/{webhookId}", nullptr, delete_webhook},
};

}  // namespace

std::span<const Route> routes() { return table; }

}  // namespace vestibule::sandbox

#include "vestibule/relations/relation.hpp"

namespace vestibule::relations {
namespace {

using enum Record;

// Source: the members of each record in nue-api 5 to 7.
constexpr Relation table[] = {
    {customer, "parentCustomerId", customer, false, Follows::nothing},
    {customer, "orderPrimaryContactId", contact, false, Follows::nothing},
    {contact, "customerId", customer, true, Follows::nothing},
    {order, "customerId", customer, true, Follows::stage},
    {order, "billToContactId", contact, false, Follows::nothing},
    {order_product, "orderId", order, true, Follows::nothing},
    {subscription, "customerId", customer, true, Follows::metrics},
    {subscription, "orderId", order, true, Follows::nothing},
    {subscription, "orderProductId", order_product, true, Follows::nothing},
    {asset, "customerId", customer, true, Follows::nothing},
    {asset, "orderId", order, true, Follows::nothing},
    {asset, "orderProductId", order_product, true, Follows::nothing},
    {asset, "contactId", contact, false, Follows::nothing},
    {entitlement, "customerId", customer, true, Follows::nothing},
    {entitlement, "subscriptionId", subscription, false, Follows::nothing},
    {entitlement, "orderId", order, true, Follows::nothing},
    {invoice, "customerId", customer, true, Follows::nothing},
    {invoice, "orderId", order, false, Follows::nothing},
    {invoice, "billToContactId", contact, false, Follows::nothing},
    {invoice_item, "invoiceId", invoice, true, Follows::nothing},
    {invoice_item, "orderProductId", order_product, false, Follows::nothing},
};

}  // namespace

std::string_view to_string(Record record) {
  constexpr std::string_view names[record_count] = {"customer",      "contact",      "order",
                                                    "order product", "subscription", "asset",
                                                    "entitlement",   "invoice",      "invoice item"};
  return names[static_cast<std::size_t>(record)];
}

std::string_view to_string(Follows follows) {
  constexpr std::string_view names[] = {"", "stage", "metrics"};
  return names[static_cast<std::size_t>(follows)];
}

std::span<const Relation> all() { return table; }

void append_table(std::string& out) {
  for (const Relation& relation : table) {
    out.append("| ").append(to_string(relation.many)).append(" | `").append(relation.member).append("` | ");
    out.append(to_string(relation.one)).append(relation.required ? " | always" : " | or none");
    out.append(" | ").append(to_string(relation.follows)).append(" |\n");
  }
}

}  // namespace vestibule::relations

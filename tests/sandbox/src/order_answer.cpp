#include "order_answer.hpp"

namespace vestibule::sandbox {
namespace {

std::string object_of(const Values& values, const std::string& more) {
  std::string text;
  append_object(text, values, more);
  return text;
}

}  // namespace

std::string order_json(const Order& order) {
  return object_of(order.order, ",\"orderProducts\":" + array_of(order.lines));
}

std::string invoice_json(const Invoice& invoice) {
  return object_of(invoice.invoice, ",\"invoiceItems\":" + array_of(invoice.items));
}

std::string activation_json(const Activated& activated) {
  std::string invoices;
  for (const Invoice& invoice : activated.invoices) invoices += (invoices.empty() ? "" : ",") + invoice_json(invoice);
  return "{\"order\":" + order_json(activated.order) + ",\"subscriptions\":" + array_of(activated.subscriptions) +
         ",\"assets\":" + array_of(activated.assets) + ",\"entitlements\":" + array_of(activated.entitlements) +
         ",\"invoices\":[" + invoices + "]}";
}

std::string lines_member(Repositories& repositories, const Values& order) {
  return ",\"orderProducts\":" + array_of(repositories.order_products.all_by("orderId", order.text("id")));
}

std::string items_member(Repositories& repositories, const Values& invoice) {
  return ",\"invoiceItems\":" + array_of(repositories.invoice_items.all_by("invoiceId", invoice.text("id")));
}

std::string assets_member(Repositories& repositories, std::string_view order_id) {
  return ",\"assets\":" + array_of(repositories.assets.all_by("orderId", order_id));
}

std::string invoices_member(Repositories& repositories, std::string_view order_id) {
  const auto items = [&](const Values& invoice) { return items_member(repositories, invoice); };
  return ",\"invoices\":" + array_of(repositories.invoices.all_by("orderId", order_id), items);
}

}  // namespace vestibule::sandbox

#include "activation.hpp"

#include "announce.hpp"
#include "body.hpp"
#include "customer_life.hpp"
#include "fulfilment.hpp"
#include "order_tables.hpp"

namespace vestibule::sandbox {
namespace {

void take(Activated& result, Fulfilment made) {
  if (made.subscription) result.subscriptions.push_back(*std::move(made.subscription));
  if (made.asset) result.assets.push_back(*std::move(made.asset));
  for (Values& entitlement : made.entitlements) result.entitlements.push_back(std::move(entitlement));
}

void add_invoice(Repositories& repositories, Activated& result, const Values& customer,
                 const ActivationOptions& options, Milliseconds time) {
  auto invoice = draft_invoice(result.order.order, result.order.lines, customer, day_of(time));
  if (!invoice) return;
  store_invoice(repositories, *invoice, time);
  if (options.activate_invoice) activate_invoice(repositories, invoice->invoice, time);
  result.invoices.push_back(*std::move(invoice));
}

}  // namespace

std::variant<ActivationOptions, Problem> read_activation(std::string_view text) {
  Problems problems;
  const auto json = read_body(text, problems);
  if (!json) return problems.problem();
  ObjectReader body{*json, "", problems};
  ObjectReader reader = body.object("options", Need::optional);
  ActivationOptions options;
  options.generate_invoice = reader.boolean("generateInvoice").value_or(false);
  options.activate_invoice = reader.boolean("activateInvoice").value_or(false);
  if (options.activate_invoice && !options.generate_invoice) {
    reader.refuse("activateInvoice", "there is an invoice only with generateInvoice");
  }
  reader.finish();
  body.finish();
  if (!problems.empty()) return problems.problem();
  return options;
}

std::variant<Activated, Problem> activate_order(Repositories& repositories, const std::string& order_id,
                                                const ActivationOptions& options, Milliseconds time) {
  auto order = repositories.orders.find(order_id);
  if (!order) return Problem{404, "ORDER_NOT_FOUND", "there is no such order"};
  if (order->text("status") != "Draft") {
    return Problem{409, "ORDER_NOT_DRAFT", "the order is " + order->text("status") + ", only a draft can be activated"};
  }
  auto customer = repositories.customers.find(order->text("customerId"));
  if (!customer) return Problem{404, "CUSTOMER_NOT_FOUND", "there is no such customer"};
  Activated result{{*std::move(order), repositories.order_products.all_by("orderId", order_id)}, {}, {}, {}, {}};
  Values& activated = result.order.order;
  const Table& table = orders_table();
  repositories.orders.update(
      activated, {{table.place("status"), "Activated"}, {table.place("orderPlacedDate"), day_text(day_of(time))}},
      time);
  announce_order(repositories, OutboxEvent::order_activated, activated, time);
  for (Values& line : result.order.lines) {
    auto made = fulfil(repositories, activated, line, time);
    if (auto* problem = std::get_if<Problem>(&made)) return std::move(*problem);
    take(result, std::get<Fulfilment>(std::move(made)));
  }
  tell_activated(repositories, activated, {"api", time});
  if (options.generate_invoice) add_invoice(repositories, result, *customer, options, time);
  return result;
}

}  // namespace vestibule::sandbox

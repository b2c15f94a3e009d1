#include "json/object_writer.hpp"
#include "parts.hpp"
#include "vestibule/json/write.hpp"
#include "vestibule/lifecycle/json.hpp"

namespace vestibule::lifecycle {
namespace {

void append_orders(std::string& out, const OrderFacts& orders) {
  out.push_back('[');
  for (const OrderFact& fact : orders.all()) {
    if (out.back() != '[') out.push_back(',');
    json::ObjectWriter order{out};
    order.text("kind", to_string(fact.kind));
    order.text("order", ids::to_string(fact.order));
  }
  out.push_back(']');
}

}  // namespace

void append_json(std::string& out, const Life& life) {
  json::ObjectWriter object{out};
  if (life.account) object.text("account", life.account->text());
  if (life.account_version != 0) object.number("accountVersion", life.account_version);
  if (life.customer_since) object.text("customerSince", checks::to_string(*life.customer_since));
  if (life.erased) object.flag("erased", true);
  if (life.hold != Hold::none) object.text("hold", to_string(life.hold));
  if (life.hold_account) object.text("holdAccount", life.hold_account->text());
  if (life.id) object.text("id", ids::to_string(*life.id));
  object.text("link", to_string(life.link));
  object.text("mode", to_string(life.mode));
  if (!life.orders.all().empty()) append_orders(object.begin("orders"), life.orders);
  if (life.past_accounts.empty()) return;
  std::string& past = object.begin("pastAccounts");
  past.push_back('[');
  for (const ids::SalesforceId& account : life.past_accounts) {
    if (past.back() != '[') past.push_back(',');
    json::append_string(past, account.text());
  }
  past.push_back(']');
}

void append_json(std::string& out, const Event& event) {
  const Parts parts = parts_of(event.kind);
  json::ObjectWriter object{out};
  if (parts.has(Part::account)) object.text("account", event.account.text());
  if (parts.has(Part::cycle)) object.flag("cycle", event.cycle);
  if (parts.has(Part::day)) object.text("day", checks::to_string(event.day));
  if (parts.has(Part::days)) object.number("days", event.days);
  object.text("event", to_string(event.kind));
  if (parts.has(Part::id)) object.text("id", ids::to_string(event.id));
  if (parts.has(Part::mode)) object.text("mode", to_string(event.mode));
  if (parts.has(Part::open_order)) object.flag("openOrder", event.open_order);
  if (parts.has(Part::order)) object.text("order", ids::to_string(event.order));
  if (parts.has(Part::permanent)) object.flag("permanent", event.permanent);
  if (parts.has(Part::source)) object.text("source", to_string(event.source));
  if (parts.has(Part::taken)) object.flag("taken", event.taken);
  if (parts.has(Part::version)) object.number("version", event.version);
  if (parts.has(Part::winner)) object.text("winner", event.winner.text());
}

}  // namespace vestibule::lifecycle

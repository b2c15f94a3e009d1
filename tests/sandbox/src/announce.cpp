#include "announce.hpp"

#include "money.hpp"
#include "order_tables.hpp"
#include "outbox_retention.hpp"
#include "vestibule/json/write.hpp"

namespace vestibule::sandbox {
namespace {

void append_member(std::string& out, std::string_view name, std::string_view value) {
  out.append(",\"").append(name).append("\":");
  json::append_string(out, value);
}

// Two states of a customer where they differ.
void append_change(std::string& out, std::string_view name, std::string_view before, std::string_view after) {
  if (before == after) return;
  out.append(",\"").append(name).append("\":{\"before\":");
  json::append_string(out, before);
  out += ",\"after\":";
  json::append_string(out, after);
  out += '}';
}

void append_changes(std::string& out, const LifeChange& change) {
  append_change(out, "stage", to_string(stage_of(change.before)), to_string(stage_of(change.after)));
  append_change(out, "link", to_string(link_of(change.before)), to_string(link_of(change.after)));
}

void append_names(std::string& out, std::span<const std::string> names) {
  out += ",\"changed\":[";
  for (const std::string& name : names) {
    if (out.back() != '[') out += ',';
    json::append_string(out, name);
  }
  out += ']';
}

// What an order, a subscription or an invoice says: whose it is, how it stands and what it is worth.
std::string members_of(const Values& record, std::string_view id, std::span<const std::string_view> amounts) {
  std::string out;
  append_member(out, "customerId", record.text("customerId"));
  if (id != "orderId") append_member(out, "orderId", record.text("orderId"));
  append_member(out, id, record.text("id"));
  append_member(out, "status", record.text("status"));
  append_member(out, "currencyIsoCode", record.text("currencyIsoCode"));
  out += ",\"amounts\":{";
  for (const std::string_view amount : amounts) {
    if (out.back() != '{') out += ',';
    json::append_string(out, amount);
    out.append(":").append(money_text(record.number(amount)));
  }
  return out + '}';
}

// Nue's event carries the invoice and its items. Neither holds anything about a person but ids.
std::string whole_invoice(Repositories& repositories, const Values& invoice) {
  std::string items = ",\"invoiceItems\":[";
  for (const Values& item : repositories.invoice_items.all_by("invoiceId", invoice.text("id"))) {
    if (items.back() != '[') items += ',';
    append_object(items, item);
  }
  std::string out = ",\"invoice\":";
  append_object(out, invoice, items + ']');
  return out;
}

void announce(Repositories& repositories, OutboxEvent event, std::string_view members, Milliseconds time) {
  const std::int64_t sequence = repositories.outbox.append(event, time, members);
  const std::vector<Webhook> targets = repositories.webhooks.listening_to(event);
  if (targets.empty()) return prune_outbox(repositories, sequence);
  const Handling handling = repositories.delivery_faults.take();
  for (const Webhook& target : targets) {
    for (int copy = 0; copy < handling.copies; ++copy) {
      repositories.deliveries.add(sequence, target.id, handling.gathers);
    }
  }
  if (handling.releases) repositories.deliveries.release();
  prune_outbox(repositories, sequence);
}

}  // namespace

void announce_customer_created(Repositories& repositories, std::string_view customer_id, const LifeChange& change,
                               Milliseconds time) {
  std::string members;
  append_member(members, "customerId", customer_id);
  append_changes(members, change);
  announce(repositories, OutboxEvent::customer_created, members, time);
}

void announce_updated(Repositories& repositories, std::string_view entity, const Values& record,
                      std::span<const std::string> changed, const LifeChange& change, Milliseconds time) {
  const bool is_customer = entity == "customer";
  std::string members;
  append_member(members, "customerId", record.text(is_customer ? "id" : "customerId"));
  if (!is_customer) append_member(members, "contactId", record.text("id"));
  append_names(members, changed);
  append_changes(members, change);
  announce(repositories, is_customer ? OutboxEvent::customer_updated : OutboxEvent::contact_updated, members, time);
}

void announce_contact_created(Repositories& repositories, const Values& contact, Milliseconds time) {
  std::string members;
  append_member(members, "customerId", contact.text("customerId"));
  append_member(members, "contactId", contact.text("id"));
  announce(repositories, OutboxEvent::contact_created, members, time);
}

void announce_order(Repositories& repositories, OutboxEvent event, const Values& order, Milliseconds time) {
  constexpr std::string_view amounts[] = {"totalAmount", "orderACV", "orderTCV"};
  announce(repositories, event, members_of(order, "orderId", amounts), time);
}

void announce_subscription(Repositories& repositories, OutboxEvent event, const Values& subscription,
                           Milliseconds time) {
  constexpr std::string_view amounts[] = {"totalTCV"};
  announce(repositories, event, members_of(subscription, "subscriptionId", amounts), time);
}

void announce_invoice(Repositories& repositories, OutboxEvent event, const Values& invoice, Milliseconds time) {
  constexpr std::string_view amounts[] = {"amountWithoutTax", "taxAmount", "amount", "balance"};
  std::string members = members_of(invoice, "invoiceId", amounts);
  if (event == OutboxEvent::invoice_activated) members += whole_invoice(repositories, invoice);
  announce(repositories, event, members, time);
}

}  // namespace vestibule::sandbox

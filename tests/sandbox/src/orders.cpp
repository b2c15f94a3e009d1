#include "orders.hpp"

#include <set>

#include "announce.hpp"
#include "order_tables.hpp"

namespace vestibule::sandbox {
namespace {

Problem refuse(std::string message) { return {400, "INVALID_FIELD_VALUE", std::move(message)}; }

void insert(Repositories& repositories, Values& order, const std::vector<Values>& lines, std::string_view customer_id,
            std::string_view status, Milliseconds time) {
  order["orderNumber"] = repositories.sequences.next("O-", 8);
  order["status"] = status;
  order["customerId"] = customer_id;
  order["priceBookId"] = price_book_id;
  order["currencyIsoCode"] = currency;
  order["orderStartDate"] = order["effectiveDate"];
  add_up(order, lines);
  repositories.orders.insert(order, time);
}

Order store(Repositories& repositories, Values order, std::vector<Values> lines, const Values& customer,
            Milliseconds time) {
  insert(repositories, order, lines, customer.text("id"), "Draft", time);
  for (Values& line : lines) {
    line["orderId"] = order["id"];
    repositories.order_products.insert(line, time);
  }
  announce_order(repositories, OutboxEvent::order_created, order, time);
  return {std::move(order), std::move(lines)};
}

// The line of one change, or what does not fit the subscription.
std::variant<Values, std::string> line_of(const Values& subscription, const AssetChange& change, Day effective_date) {
  const Day start = day_at(subscription, "subscriptionStartDate");
  const Day end = day_at(subscription, "subscriptionEndDate");
  const Day day = change.day.value_or(effective_date);
  switch (change.type) {
    case ChangeType::update_quantity:
      if (*change.quantity == subscription.number("quantity")) return "quantity: the subscription has this one already";
      if (day < start || day > end) return "startDate: not within the subscription";
      return update_line(subscription, *change.quantity, day);
    case ChangeType::renew: {
      const auto term = change.term.value_or(static_cast<int>(subscription.number("renewalTerm")));
      if (subscription.number("actualSubscriptionTerm") + term > term_max) {
        return "renewalTerm: a subscription has at most 120 months in all";
      }
      return renewal_line(subscription, term);
    }
    case ChangeType::cancel:
      if (day < start || day >= end) return "cancellationDate: not within the subscription, before its last day";
      return cancellation_line(subscription, day);
  }
  return "changeType: unknown";
}

}  // namespace

std::variant<Order, Problem> create_order(Repositories& repositories, const OrderDraft& draft, Milliseconds time) {
  const auto customer = find_named(repositories.customers, draft.customer_id);
  if (!customer) return refuse("customer.id: there is no such customer");
  Values order{orders_table()};
  if (draft.bill_to_contact_id) {
    const auto contact = find_named(repositories.contacts, *draft.bill_to_contact_id);
    if (!contact || (*contact)["customerId"] != (*customer)["id"]) {
      return refuse("billToContact.id: not a contact of this customer");
    }
    order["billToContactId"] = (*contact)["id"];
  }
  order["name"] = draft.name;
  order["description"] = draft.description;
  order["effectiveDate"] = day_text(draft.effective_date);
  std::vector<Values> lines;
  for (const DraftLine& line : draft.lines) lines.push_back(new_line(line, *customer));
  return store(repositories, std::move(order), std::move(lines), *customer, time);
}

std::variant<Order, Problem> create_change_order(Repositories& repositories, const ChangeDraft& draft,
                                                 Milliseconds time) {
  std::optional<Values> customer;
  if (draft.customer_id) {
    customer = find_named(repositories.customers, *draft.customer_id);
    if (!customer) return refuse("customer.id: there is no such customer");
  }
  const Day effective_date = draft.effective_date.value_or(day_of(time));
  std::vector<Values> lines;
  std::set<std::string> changed;
  for (std::size_t i = 0; i < draft.changes.size(); ++i) {
    const AssetChange& change = draft.changes[i];
    const std::string place = "assetChanges[" + std::to_string(i) + "].";
    const auto subscription = repositories.subscriptions.find_by("name", change.asset_number);
    if (!subscription || subscription->text("status") != "Active") {
      return refuse(place + "assetNumber: there is no such active subscription");
    }
    if (!customer) customer = repositories.customers.find(subscription->text("customerId"));
    if (!customer || (*customer)["id"] != (*subscription)["customerId"]) {
      return refuse(place + "assetNumber: a subscription of another customer");
    }
    if (!changed.insert(change.asset_number).second) return refuse(place + "assetNumber: changed twice");
    auto line = line_of(*subscription, change, effective_date);
    if (const auto* words = std::get_if<std::string>(&line)) return refuse(place + *words);
    lines.push_back(std::get<Values>(std::move(line)));
  }
  Values order{orders_table()};
  order["name"] = draft.name;
  order["description"] = draft.description;
  order["effectiveDate"] = day_text(effective_date);
  return store(repositories, std::move(order), std::move(lines), *customer, time);
}

void store_org_order(Repositories& repositories, const std::string& id, std::string_view customer_id,
                     std::string_view day, Milliseconds time) {
  if (repositories.orders.find(id)) return;
  Values order{orders_table()};
  order["id"] = id;
  order["name"] = "Order in Salesforce";
  order["effectiveDate"] = day;
  order["orderPlacedDate"] = day;
  insert(repositories, order, {}, customer_id, "Activated", time);
  announce_order(repositories, OutboxEvent::order_activated, order, time);
}

}  // namespace vestibule::sandbox

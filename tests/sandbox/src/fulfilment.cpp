#include "fulfilment.hpp"

#include "announce.hpp"
#include "order_tables.hpp"

namespace vestibule::sandbox {
namespace {

struct Context {
  Repositories& repositories;
  const Values& order;
  Values& line;
  Milliseconds time;
};

std::string composite_id(const Values& subscription, std::int64_t version) {
  return subscription.text("name") + '-' + std::to_string(version);
}

// The first day of the next billing period; nothing when the subscription ends before.
std::optional<std::string> next_billing(const Values& line) {
  const Charge charge = charge_of(line);
  const Day end = period_end(charge.anchor, line.text("billingPeriod"), charge.first, charge.last);
  return end < charge.last ? std::optional{day_text(end + Days{1})} : std::nullopt;
}

std::int64_t entitled_quantity(const Values& line) {
  const PriceBookEntry* const entry = find_price_book_entry(line.text("priceBookEntryId"));
  return entry == nullptr ? 0 : product_of(*entry).entitlement_quantity * line.number("quantity");
}

void add_entitlement(Context& context, Fulfilment& result) {
  const std::int64_t quantity = entitled_quantity(context.line);
  if (quantity <= 0) return;
  Values entitlement{entitlements_table()};
  entitlement["entitlementNumber"] = context.repositories.sequences.next("ENT-", 8);
  entitlement["status"] = "Active";
  entitlement["customerId"] = context.order["customerId"];
  entitlement["orderId"] = context.order["id"];
  entitlement["subscriptionId"] = (*result.subscription)["id"];
  entitlement["productId"] = context.line["productId"];
  entitlement.set("quantity", quantity);
  entitlement.set("usedQuantity", 0);
  entitlement["startDate"] = context.line["subscriptionStartDate"];
  entitlement["endDate"] = context.line["subscriptionEndDate"];
  context.repositories.entitlements.insert(entitlement, context.time);
  result.entitlements.push_back(std::move(entitlement));
}

void set_number(Context& context, std::string number) {
  context.repositories.order_products.set(context.line, {context.line.table().place("assetNumber"), std::move(number)});
}

void make_subscription(Context& context, Fulfilment& result) {
  Values& subscription = result.subscription.emplace(subscriptions_table());
  for (const std::string_view member :
       {"productId", "priceBookEntryId", "priceBookId", "uomId", "quantity", "listPrice", "subscriptionStartDate",
        "subscriptionEndDate", "subscriptionTerm", "billingPeriod", "billingTiming"}) {
    subscription[member] = context.line[member];
  }
  subscription["name"] = context.repositories.sequences.next("SUB-", 8);
  subscription.set("subscriptionVersion", 1);
  subscription["subscriptionCompositeId"] = composite_id(subscription, 1);
  subscription.set("subscriptionLevel", 1);
  subscription["customerId"] = context.order["customerId"];
  subscription["billingAccountId"] = context.order["customerId"];
  subscription["orderId"] = context.order["id"];
  subscription["orderProductId"] = context.line["id"];
  subscription["currencyIsoCode"] = context.order["currencyIsoCode"];
  subscription["actualSubscriptionTerm"] = context.line["subscriptionTerm"];
  subscription["renewalTerm"] = context.line["subscriptionTerm"];
  subscription["orderOnDate"] = day_text(day_of(context.time));
  subscription["nextBillingDate"] = next_billing(context.line);
  subscription["status"] = "Active";
  subscription["autoRenew"] = "false";
  subscription["totalTCV"] = context.line["totalPrice"];
  context.repositories.subscriptions.insert(subscription, context.time);
  announce_subscription(context.repositories, OutboxEvent::subscription_created, subscription, context.time);
  set_number(context, subscription.text("name"));
  add_entitlement(context, result);
}

void make_asset(Context& context, std::string_view type, Fulfilment& result) {
  Values& asset = result.asset.emplace(assets_table());
  const std::string number = context.repositories.sequences.next("AST-", 8);
  for (const std::string_view member : {"productId", "priceBookEntryId", "quantity", "listPrice"}) {
    asset[member] = context.line[member];
  }
  asset["assetNumber"] = number;
  asset.set("assetVersion", 1);
  asset["assetCompositeId"] = number + "-1";
  asset.set("assetLevel", 1);
  asset["assetType"] = type;
  asset["customerId"] = context.order["customerId"];
  asset["contactId"] = context.order["billToContactId"];
  asset["orderId"] = context.order["id"];
  asset["orderProductId"] = context.line["id"];
  asset["status"] = "Active";
  asset["installDate"] = context.order["effectiveDate"];
  asset["lifecycleStartDate"] = context.order["effectiveDate"];
  context.repositories.assets.insert(asset, context.time);
  set_number(context, number);
}

// The members that a change of each type sets, beside version and total.

Changes update_quantity(Context& context, const Values& subscription) {
  const std::int64_t quantity = subscription.number("quantity") + context.line.number("quantity");
  return {{subscription.table().place("quantity"), std::to_string(quantity)}};
}

Changes renew(Context& context, const Values& subscription) {
  const Table& table = subscription.table();
  const std::int64_t term = subscription.number("actualSubscriptionTerm") + context.line.number("subscriptionTerm");
  Changes changes{{table.place("subscriptionEndDate"), context.line["subscriptionEndDate"]},
                  {table.place("actualSubscriptionTerm"), std::to_string(term)}};
  if (!subscription["nextBillingDate"]) changes.push_back({table.place("nextBillingDate"), next_billing(context.line)});
  return changes;
}

Changes cancel(Context& context, const Values& subscription) {
  const Table& table = subscription.table();
  const Day last = day_at(context.line, "subscriptionStartDate") - Days{1};
  const Span span = span_of(day_at(subscription, "subscriptionStartDate"), last);
  Changes changes{{table.place("subscriptionEndDate"), day_text(last)},
                  {table.place("cancellationDate"), day_text(last)},
                  {table.place("actualSubscriptionTerm"), std::to_string(span.months)},
                  {table.place("status"), "Canceled"},
                  {table.place("autoRenew"), "false"}};
  if (subscription.text("nextBillingDate") > day_text(last)) {
    changes.push_back({table.place("nextBillingDate"), std::nullopt});
  }
  return changes;
}

// Entitlements that are still running when the change begins follow it.
void change_entitlements(Context& context, ChangeType type, const Values& subscription, Fulfilment& result) {
  const Table& table = entitlements_table();
  const std::string first = context.line.text("subscriptionStartDate");
  for (Values& entitlement : context.repositories.entitlements.all_by("subscriptionId", subscription.text("id"))) {
    if (entitlement.text("endDate") < first) continue;
    Changes changes;
    if (type == ChangeType::cancel) {
      changes = {{table.place("endDate"), subscription["subscriptionEndDate"]}, {table.place("status"), "Canceled"}};
    } else {
      const std::int64_t quantity = entitlement.number("quantity") + entitled_quantity(context.line);
      changes = {{table.place("quantity"), std::to_string(quantity)}};
    }
    context.repositories.entitlements.update(entitlement, std::move(changes), context.time);
    result.entitlements.push_back(std::move(entitlement));
  }
}

// In the order of ChangeType.
constexpr Changes (*change_members[])(Context&, const Values&) = {update_quantity, renew, cancel};

std::optional<Problem> change_subscription(Context& context, ChangeType type, Fulfilment& result) {
  auto found = context.repositories.subscriptions.find_by("name", context.line.text("assetNumber"));
  if (!found || found->number("subscriptionVersion") != context.line.number("baseVersion")) {
    return Problem{409, "STALE_CHANGE", context.line.text("assetNumber") + ": changed since this draft was made"};
  }
  Values& subscription = result.subscription.emplace(*std::move(found));
  const Table& table = subscription.table();
  Changes changes = change_members[static_cast<std::size_t>(type)](context, subscription);
  const std::int64_t version = subscription.number("subscriptionVersion") + 1;
  const Cents total = subscription.number("totalTCV") + context.line.number("totalPrice");
  changes.push_back({table.place("subscriptionVersion"), std::to_string(version)});
  changes.push_back({table.place("subscriptionCompositeId"), composite_id(subscription, version)});
  changes.push_back({table.place("totalTCV"), std::to_string(total)});
  context.repositories.subscriptions.update(subscription, std::move(changes), context.time);
  announce_subscription(context.repositories, OutboxEvent::subscription_updated, subscription, context.time);
  if (type == ChangeType::renew) {
    add_entitlement(context, result);
  } else {
    change_entitlements(context, type, subscription, result);
  }
  return std::nullopt;
}

}  // namespace

std::variant<Fulfilment, Problem> fulfil(Repositories& repositories, const Values& order, Values& line,
                                         Milliseconds time) {
  Context context{repositories, order, line, time};
  Fulfilment result;
  if (const auto type = read_change_type(line.text("changeType"))) {
    if (auto problem = change_subscription(context, *type, result)) return *std::move(problem);
    return result;
  }
  if (is_recurring(line)) {
    make_subscription(context, result);
    return result;
  }
  const PriceBookEntry* const entry = find_price_book_entry(line.text("priceBookEntryId"));
  if (entry != nullptr && !product_of(*entry).asset_type.empty()) {
    make_asset(context, product_of(*entry).asset_type, result);
  }
  return result;
}

}  // namespace vestibule::sandbox

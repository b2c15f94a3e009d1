#include "order_tables.hpp"

namespace vestibule::sandbox {
namespace {

using enum ColumnKind;

// Lines keep the order in which they were made.
constexpr std::string_view made_order = R"("createdDate", rowid)";
constexpr std::string_view of_customer = R"(("customerId", "createdDate", "id"))";
constexpr std::string_view in_list_order = R"(("createdDate", "id"))";

}  // namespace

const Table& orders_table() {
  static const Table table{"orders",
                           {{"id", uuid},
                            {"orderNumber"},
                            {"externalId", salesforce_id},
                            {"name"},
                            {"description"},
                            {"status"},
                            {"customerId", uuid},
                            {"billToContactId", uuid},
                            {"priceBookId", salesforce_id},
                            {"currencyIsoCode"},
                            {"effectiveDate", date},
                            {"orderStartDate", date},
                            {"orderPlacedDate", date},
                            {"subscriptionStartDate", date},
                            {"subscriptionEndDate", date},
                            {"subscriptionTerm", number},
                            {"listTotal", money},
                            {"discount", number},
                            {"discountAmount", money},
                            {"systemDiscount", number},
                            {"systemDiscountAmount", money},
                            {"subtotal", money},
                            {"taxAmount", money},
                            {"totalAmount", money},
                            {"orderACV", money},
                            {"orderTCV", money},
                            {"createdDate", datetime},
                            {"lastModifiedDate", datetime}},
                           {R"(UNIQUE ("orderNumber"))", of_customer, in_list_order}};
  return table;
}

const Table& order_products_table() {
  static const Table table{"orderProducts",
                           {{"id", uuid},
                            {"orderId", uuid},
                            {"productId", uuid},
                            {"priceBookEntryId", salesforce_id},
                            {"priceBookId", salesforce_id},
                            {"uomId", uuid},
                            {"changeType"},
                            {"assetNumber"},
                            {"quantity", number},
                            {"listPrice", money},
                            {"totalPrice", money},
                            {"subscriptionStartDate", date},
                            {"subscriptionEndDate", date},
                            {"subscriptionTerm", number},
                            {"billingPeriod"},
                            {"billingTiming"},
                            {"createdDate", datetime},
                            {"lastModifiedDate", datetime},
                            {"anchorDate", date, true},      // what months are counted from: the subscription's start
                            {"baseVersion", number, true}},  // of the subscription that is changed
                           {R"(("orderId"))"},
                           made_order};
  return table;
}

const Table& subscriptions_table() {
  static const Table table{"subscriptions",
                           {{"id", uuid},
                            {"name"},
                            {"subscriptionCompositeId"},
                            {"subscriptionVersion", number},
                            {"subscriptionLevel", number},
                            {"externalId", salesforce_id},
                            {"customerId", uuid},
                            {"billingAccountId", uuid},
                            {"orderId", uuid},
                            {"orderProductId", uuid},
                            {"productId", uuid},
                            {"priceBookEntryId", salesforce_id},
                            {"priceBookId", salesforce_id},
                            {"uomId", uuid},
                            {"quantity", number},
                            {"listPrice", money},
                            {"currencyIsoCode"},
                            {"subscriptionStartDate", date},
                            {"subscriptionEndDate", date},
                            {"subscriptionTerm", number},
                            {"actualSubscriptionTerm", number},
                            {"renewalTerm", number},
                            {"orderOnDate", date},
                            {"nextBillingDate", date},
                            {"cancellationDate", date},
                            {"status"},
                            {"autoRenew", boolean},
                            {"billingPeriod"},
                            {"billingTiming"},
                            {"todayARR", money},
                            {"todayCMRR", money},
                            {"totalTCV", money},
                            {"createdDate", datetime},
                            {"lastModifiedDate", datetime}},
                           {R"(UNIQUE ("name"))", R"(("orderId"))", of_customer, in_list_order}};
  return table;
}

const Table& assets_table() {
  static const Table table{"assets",
                           {{"id", uuid},
                            {"assetNumber"},
                            {"assetCompositeId"},
                            {"assetVersion", number},
                            {"assetLevel", number},
                            {"assetType"},
                            {"externalId", salesforce_id},
                            {"entityId", uuid},
                            {"customerId", uuid},
                            {"contactId", uuid},
                            {"orderId", uuid},
                            {"orderProductId", uuid},
                            {"productId", uuid},
                            {"priceBookEntryId", salesforce_id},
                            {"quantity", number},
                            {"listPrice", money},
                            {"status"},
                            {"installDate", date},
                            {"lifecycleStartDate", date},
                            {"lifecycleEndDate", date},
                            {"cancellationDate", date},
                            {"billCycleDay"},
                            {"billCycleStartMonth"},
                            {"billingPeriod"},
                            {"billingTiming"},
                            {"createdById", uuid},
                            {"createdDate", datetime},
                            {"lastModifiedById", uuid},
                            {"lastModifiedDate", datetime}},
                           {R"(UNIQUE ("assetNumber"))", R"(("orderId"))", of_customer},
                           made_order};
  return table;
}

const Table& entitlements_table() {
  static const Table table{"entitlements",
                           {{"id", uuid},
                            {"entitlementNumber"},
                            {"status"},
                            {"customerId", uuid},
                            {"subscriptionId", uuid},
                            {"orderId", uuid},
                            {"productId", uuid},
                            {"quantity", number},
                            {"usedQuantity", number},
                            {"startDate", date},
                            {"endDate", date},
                            {"createdDate", datetime},
                            {"lastModifiedDate", datetime}},
                           {R"(UNIQUE ("entitlementNumber"))", R"(("subscriptionId"))", of_customer, in_list_order}};
  return table;
}

const Table& invoices_table() {
  static const Table table{"invoices",
                           {{"id", uuid},
                            {"invoiceNumber"},
                            {"externalId"},
                            {"customerId", uuid},
                            {"orderId", uuid},
                            {"billToContactId", uuid},
                            {"status"},
                            {"paymentStatus"},
                            {"invoiceDate", date},
                            {"dueDate", date},
                            {"activatedDate", datetime},
                            {"currencyIsoCode"},
                            {"amountWithoutTax", money},
                            {"taxAmount", money},
                            {"amount", money},
                            {"balance", money},
                            {"createdDate", datetime},
                            {"lastModifiedDate", datetime}},
                           {R"(UNIQUE ("invoiceNumber"))", R"(("orderId"))", of_customer, in_list_order}};
  return table;
}

const Table& invoice_items_table() {
  static const Table table{"invoiceItems",
                           {{"id", uuid},
                            {"invoiceId", uuid},
                            {"orderProductId", uuid},
                            {"productId", uuid},
                            {"assetNumber"},
                            {"quantity", number},
                            {"startDate", date},
                            {"endDate", date},
                            {"taxAmount", money},
                            {"amount", money},
                            {"createdDate", datetime},
                            {"lastModifiedDate", datetime}},
                           {R"(("invoiceId"))"},
                           made_order};
  return table;
}

const Table& credits_table() {
  static const Table table{"credits",
                           {{"id", uuid},
                            {"accountPoolId"},
                            {"customerId", uuid},
                            {"createdDate", datetime},
                            {"lastModifiedDate", datetime}},
                           {of_customer}};
  return table;
}

const Table& hub_records_table() {
  static const Table table{"hubRecords",
                           {{"id", uuid},
                            {"transactionType"},
                            {"nueId", uuid},
                            {"externalSystem"},
                            {"externalSystemId"},
                            {"externalId"},
                            {"direction"},
                            {"description"},
                            {"status"},
                            {"errorCode"},
                            {"errorMessage"},
                            {"createdDate", datetime},
                            {"lastModifiedDate", datetime},
                            {"mappingKey", text, true}},  // what is mapped, and where to
                           {R"(UNIQUE ("mappingKey"))", R"(("nueId"))"},
                           made_order};
  return table;
}

const Table& hub_jobs_table() {
  static const Table table{"hubJobs",
                           {{"id", uuid},
                            {"status"},
                            {"total", number},
                            {"succeeded", number},
                            {"failed", number},
                            {"errors", set},
                            {"createdDate", datetime},
                            {"lastModifiedDate", datetime}},
                           {}};
  return table;
}

}  // namespace vestibule::sandbox

#include "billing.hpp"

#include <charconv>

#include "announce.hpp"
#include "order_tables.hpp"
#include "transaction_hub.hpp"

namespace vestibule::sandbox {
namespace {

// The days of a payment term by its name: "Net 30".
int term_days(const std::string& payment_term) {
  int days = 0;
  const std::size_t digits = payment_term.find_first_of("0123456789");
  if (digits != std::string::npos) {
    std::from_chars(payment_term.data() + digits, payment_term.data() + payment_term.size(), days);
  }
  return days;
}

// What is charged for a line now; nothing where there is nothing.
std::optional<Values> item_of(const Values& line, bool prorate) {
  if (line.number("quantity") <= 0) return std::nullopt;
  Values item{invoice_items_table()};
  for (const std::string_view member : {"productId", "assetNumber", "quantity"}) item[member] = line[member];
  item["orderProductId"] = line["id"];
  if (!is_recurring(line)) {
    item["amount"] = line["totalPrice"];
    return item;
  }
  if (line.text("billingTiming") != "In Advance") return std::nullopt;
  Charge charge = charge_of(line);
  const std::string period = line.text("billingPeriod");
  charge.last = period_end(charge.anchor, period, charge.first, charge.last);
  item["startDate"] = day_text(charge.first);
  item["endDate"] = day_text(charge.last);
  if (!prorate) {
    // A period that was begun is paid as a whole.
    const int months = period_months(period);
    const Span before = span_of(charge.anchor, charge.first - Days{1});
    if (months > 0) charge.first = add_months(charge.anchor, before.months / months * months);
  }
  item.set("amount", price_of(charge));
  return item;
}

}  // namespace

std::optional<Invoice> draft_invoice(const Values& order, std::span<const Values> lines, const Values& customer,
                                     Day today) {
  Invoice result{Values{invoices_table()}, {}};
  Cents total = 0;
  const bool prorate = customer.text("billingProrationEnabled") != "false";
  for (const Values& line : lines) {
    auto item = item_of(line, prorate);
    if (!item) continue;
    total += item->number("amount");
    result.items.push_back(*std::move(item));
  }
  if (result.items.empty()) return std::nullopt;
  Values& invoice = result.invoice;
  for (const std::string_view member : {"customerId", "billToContactId", "currencyIsoCode"}) {
    invoice[member] = order[member];
  }
  invoice["orderId"] = order["id"];
  invoice["status"] = "Draft";
  invoice["paymentStatus"] = "NotTransferred";
  invoice["invoiceDate"] = day_text(today);
  invoice["dueDate"] = day_text(today + Days{term_days(customer.text("paymentTerm"))});
  for (const std::string_view member : {"amountWithoutTax", "amount", "balance"}) invoice.set(member, total);
  return result;
}

void store_invoice(Repositories& repositories, Invoice& invoice, Milliseconds time) {
  invoice.invoice["invoiceNumber"] = repositories.sequences.next("INV-", 8);
  repositories.invoices.insert(invoice.invoice, time);
  for (Values& item : invoice.items) {
    item["invoiceId"] = invoice.invoice["id"];
    repositories.invoice_items.insert(item, time);
  }
  announce_invoice(repositories, OutboxEvent::invoice_created, invoice.invoice, time);
}

void activate_invoice(Repositories& repositories, Values& invoice, Milliseconds time) {
  map_to_payment_system(repositories, "customer", invoice.text("customerId"), time);
  map_to_payment_system(repositories, "invoice", invoice.text("id"), time);
  const Table& table = invoices_table();
  repositories.invoices.update(invoice,
                               {{table.place("status"), "Active"},
                                {table.place("paymentStatus"), "Transferred"},
                                {table.place("activatedDate"), to_iso(time)}},
                               time);
  announce_invoice(repositories, OutboxEvent::invoice_activated, invoice, time);
}

}  // namespace vestibule::sandbox

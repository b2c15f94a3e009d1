#include "order_draft.hpp"

namespace vestibule::sandbox {
namespace {

constexpr std::size_t name_max_bytes = 255;
constexpr std::size_t description_max_bytes = 32'000;

void read_subscription(ObjectReader& reader, DraftLine& line) {
  const bool recurring = line.entry != nullptr && line.entry->is_recurring();
  const Need need = recurring ? Need::required : Need::optional;
  line.start = reader.day("subscriptionStartDate", need);
  const auto term = reader.whole("subscriptionTerm", need, 1, term_max);
  line.term = static_cast<int>(term.value_or(0));
  if (line.entry == nullptr || recurring) return;
  if (line.start) reader.refuse("subscriptionStartDate", "this product is sold once");
  if (term) reader.refuse("subscriptionTerm", "this product is sold once");
}

DraftLine read_line(ObjectReader reader) {
  DraftLine line;
  if (const auto id = reader.text("priceBookEntryId", Need::required)) {
    line.entry = find_price_book_entry(*id);
    if (line.entry == nullptr) reader.refuse("priceBookEntryId", "there is no such price book entry");
  }
  line.quantity = reader.whole("quantity", Need::required, 1, quantity_max).value_or(0);
  read_subscription(reader, line);
  if (!reader.objects("addOns", Need::optional, lines_max).empty()) {
    reader.refuse("addOns", "no product of the catalogue is a bundle");
  }
  reader.finish();
  return line;
}

}  // namespace

bool read_draft_options(ObjectReader& body) {
  ObjectReader options = body.object("options", Need::optional);
  const bool preview = options.boolean("previewInvoice").value_or(false);
  static_cast<void>(options.boolean("calculateTax"));
  options.finish();
  return preview;
}

std::variant<OrderDraft, Problem> read_order_draft(std::string_view text) {
  Problems problems;
  const auto json = read_body(text, problems);
  if (!json) return problems.problem();
  ObjectReader body{*json, "", problems};
  OrderDraft draft;
  ObjectReader customer = body.object("customer", Need::required);
  draft.customer_id = customer.text("id", Need::required).value_or("");
  customer.finish();
  ObjectReader contact = body.object("billToContact", Need::optional);
  draft.bill_to_contact_id = contact.text("id", Need::optional);
  contact.finish();
  draft.name = body.text("name", Need::optional, name_max_bytes);
  draft.description = body.text("description", Need::optional, description_max_bytes);
  draft.effective_date = body.day("effectiveDate", Need::required).value_or(Day{});
  for (ObjectReader& line : body.objects("orderProducts", Need::required, lines_max)) {
    draft.lines.push_back(read_line(std::move(line)));
  }
  draft.preview_invoice = read_draft_options(body);
  body.finish();
  if (!problems.empty()) return problems.problem();
  return draft;
}

}  // namespace vestibule::sandbox

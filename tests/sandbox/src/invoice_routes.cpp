#include "invoice_routes.hpp"

#include "billing.hpp"
#include "body.hpp"
#include "list_answer.hpp"
#include "order_answer.hpp"
#include "order_tables.hpp"

namespace vestibule::sandbox {
namespace {

using Reading = NamedParameter::Reading;

constexpr std::size_t activations_max = 200;

constexpr std::string_view includes[] = {"assets", "orders", "paymentApplications"};

constexpr Spelling statuses[] = {{"draft", "Draft"}, {"active", "Active"}};

constexpr Spelling payment_statuses[] = {
    {"NotTransferred", "NotTransferred"},
    {"Transferred", "Transferred"},
    {"TransferError", "TransferError"},
    {"Paid", "Paid"},
    {"PartiallyPaid", "PartiallyPaid"},
    {"Canceled", "Canceled"},
    {"CreditBack", "CreditBack"},
    {"Applied", "Applied"},
    {"PartiallyApplied", "PartiallyApplied"},
    {"Refunded", "Refunded"},
    {"PartiallyRefunded", "PartiallyRefunded"},
    {"WrittenOff", "WrittenOff"},
    {"PartiallyWrittenOff", "PartiallyWrittenOff"},
};

constexpr NamedParameter named[] = {{"status", "status", Reading::spelling, statuses},
                                    {"paymentStatus", "paymentStatus", Reading::spelling, payment_statuses},
                                    {"customerId", "customerId", Reading::customer}};

const ListRules& rules() {
  static const ListRules made{invoices_table(), "customerId", true, includes, named};
  return made;
}

std::string embed(Repositories& repositories, const ListQuery& query, const Values& invoice) {
  std::string text = items_member(repositories, invoice);
  const std::string order_id = invoice.text("orderId");
  if (query.has_include("assets")) text += assets_member(repositories, order_id);
  if (query.has_include("orders")) text += ",\"orders\":" + array_of(repositories.orders.all_by("id", order_id));
  // Nobody pays here.
  if (query.has_include("paymentApplications")) text += ",\"paymentApplications\":[]";
  return text;
}

Response not_found() { return failure(404, "INVOICE_NOT_FOUND", "there is no such invoice"); }

std::variant<std::vector<std::string>, Problem> read_invoice_ids(std::string_view text) {
  Problems problems;
  const auto json = read_body(text, problems);
  if (!json) return problems.problem();
  ObjectReader body{*json, "", problems};
  auto ids = body.texts("invoiceIds", Need::required, activations_max);
  body.finish();
  if (!problems.empty()) return problems.problem();
  return ids;
}

// The activated invoices, or why none was.
std::variant<std::vector<Values>, Problem> activate(Repositories& repositories, const std::vector<std::string>& ids) {
  std::vector<Values> activated;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const std::string place = "invoiceIds[" + std::to_string(i) + "]: ";
    auto invoice = find_named(repositories.invoices, ids[i]);
    if (!invoice) return Problem{400, "INVALID_FIELD_VALUE", place + "there is no such invoice"};
    if (invoice->text("status") != "Draft") {
      return Problem{409, "INVOICE_NOT_DRAFT", place + "the invoice is no draft"};
    }
    activate_invoice(repositories, *invoice, now());
    activated.push_back(*std::move(invoice));
  }
  return activated;
}

}  // namespace

Response list_invoices(Repositories& repositories, const Call& call) {
  return answer_list(repositories, call, rules(), embed);
}

Response read_invoice(Repositories& repositories, const Call& call) {
  const auto invoice = find_named(repositories.invoices, call.ids[0]);
  return invoice ? answer_one(repositories, call, rules(), *invoice, embed) : not_found();
}

Response list_customers_invoices(Repositories& repositories, const Call& call) {
  const auto customer = find_named(repositories.customers, call.ids[0]);
  if (!customer) return failure(problem_of(Refusal::Reason::customer_not_found, ""));
  return answer_list(repositories, call, rules(), embed, (*customer)["id"]);
}

Response read_customers_invoice(Repositories& repositories, const Call& call) {
  const auto customer = find_named(repositories.customers, call.ids[0]);
  if (!customer) return failure(problem_of(Refusal::Reason::customer_not_found, ""));
  const auto invoice = find_named(repositories.invoices, call.ids[1]);
  if (!invoice || (*invoice)["customerId"] != (*customer)["id"]) return not_found();
  return answer_one(repositories, call, rules(), *invoice, embed);
}

void post_invoice_activation(Store& store, const Call&, std::string_view body, const Answer& answer) {
  auto read = read_invoice_ids(body);
  if (const auto* problem = std::get_if<Problem>(&read)) return answer(failure(*problem));
  write(
      store,
      [ids = std::get<0>(std::move(read))](Repositories& repositories, Response& response) {
        const auto activated = activate(repositories, ids);
        if (const auto* problem = std::get_if<Problem>(&activated)) {
          response = failure(*problem);
          return false;
        }
        response = success(200, array_of(std::get<0>(activated),
                                         [&](const Values& invoice) { return items_member(repositories, invoice); }));
        return true;
      },
      answer);
}

}  // namespace vestibule::sandbox

#include "customer_routes.hpp"

#include <memory>

#include "list_query.hpp"
#include "vestibule/validation/check_json.hpp"
#include "words.hpp"

namespace vestibule::sandbox {
namespace {

using Reason = Refusal::Reason;
using validation::Operation;

Response not_found() { return failure(404, "CUSTOMER_NOT_FOUND", "there is no such customer"); }

// `prefix` is "[1]." in a batch, "" in a patch.
Response refusal(const Refusal& refusal, const std::string& prefix) {
  switch (refusal.reason) {
    case Reason::duplicate_account_number:
      return failure(409, "DUPLICATE_ACCOUNT_NUMBER", prefix + "accountNumber: another customer has it");
    case Reason::duplicate_id: return failure(409, "DUPLICATE_ID", prefix + "id: another customer has it");
    case Reason::unknown_parent:
      return failure(400, "INVALID_FIELD_VALUE", prefix + "parentCustomerId: there is no such customer");
    case Reason::circular_parent:
      return failure(400, "INVALID_FIELD_VALUE", prefix + "parentCustomerId: a customer cannot be above itself");
    case Reason::unknown_contact:
      return failure(400, "INVALID_FIELD_VALUE", prefix + "orderPrimaryContactId: not a contact of this customer");
    case Reason::not_found: break;
  }
  return not_found();
}

// Runs `work` on the writer's thread and answers with what it leaves in its Response, once that is on the disk.
void write(Store& store, std::function<bool(Customers&, Response&)> work, const Answer& answer) {
  auto response = std::make_shared<Response>();
  store.write({[work = std::move(work), response](Customers& customers) { return work(customers, *response); },
               [response, answer](bool done) {
                 answer(done ? std::move(*response) : failure(500, "STORE_FAILED", "the customer could not be stored"));
               }});
}

}  // namespace

void create_customers(Store& store, std::string_view body, const Answer& answer) {
  const auto checked = validation::check_batch_json(body, check_options(Operation::create));
  if (!checked.ok) return answer(refused(checked.findings));
  std::vector<std::vector<Change>> rows;
  rows.reserve(checked.rows.size());
  for (const auto& row : checked.rows) rows.push_back(changes_of(*row));
  write(
      store,
      [rows = std::move(rows), warnings = warnings_of(checked.findings)](Customers& customers, Response& response) {
        const auto result = customers.create(rows, now());
        if (const auto* problem = std::get_if<Refusal>(&result)) {
          response = refusal(*problem, "[" + std::to_string(problem->row) + "].");
          return false;
        }
        response = success(201, std::get<0>(result), warnings);
        return true;
      },
      answer);
}

void patch_customer(Store& store, std::string_view id, std::string_view body, const Answer& answer) {
  auto customer_id = store.resolve(id);
  if (!customer_id) return answer(not_found());
  const auto checked = validation::check_json(body, check_options(Operation::patch));
  if (!checked.ok) return answer(refused(checked.findings));
  write(
      store,
      [id = *std::move(customer_id), changes = changes_of(checked.value), warnings = warnings_of(checked.findings)](
          Customers& customers, Response& response) {
        const auto result = customers.patch(id, changes, now());
        if (const auto* problem = std::get_if<Refusal>(&result)) {
          response = refusal(*problem, "");
          return false;
        }
        response = success(200, {&std::get<0>(result), 1}, warnings);
        return true;
      },
      answer);
}

Response read_customer(Store& store, std::string_view id, std::span<const Parameter> parameters) {
  const Parameter contacts{"includes", Operator::equal, "contacts"};
  for (const Parameter& parameter : parameters) {
    if (parameter != contacts) return failure(400, "INVALID_PARAMETER", "the only parameter here is includes=contacts");
  }
  const auto customer_id = store.resolve(id);
  const auto values = customer_id ? store.find(*customer_id) : std::nullopt;
  if (!values) return not_found();
  return success(200, {&*values, 1}, {}, !parameters.empty());
}

Response list_customers(Store& store, std::span<const Parameter> parameters) {
  const auto read = read_list_query(parameters, [&](std::string_view id) { return store.resolve(id); });
  if (const auto* problem = std::get_if<std::string>(&read)) return failure(400, "INVALID_PARAMETER", *problem);
  const ListQuery& query = std::get<ListQuery>(read);
  const Page page = store.select(query.selection);
  std::vector<Warning> warnings;
  for (const std::size_t place : query.missing) {
    warnings.push_back({"CUSTOMER_NOT_FOUND", "customerIds[" + std::to_string(place) + "]: there is no such customer"});
  }
  return success(200, page.rows, warnings, query.contacts,
                 Pagination{query.selection.page, query.selection.limit, page.total});
}

}  // namespace vestibule::sandbox

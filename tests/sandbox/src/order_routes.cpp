#include "order_routes.hpp"

#include "customer_life.hpp"
#include "list_answer.hpp"
#include "order_answer.hpp"
#include "order_tables.hpp"

namespace vestibule::sandbox {
namespace {

constexpr std::string_view includes[] = {"assets", "invoices"};

constexpr Spelling statuses[] = {
    {"draft", "Draft"}, {"active", "Activated"}, {"activated", "Activated"}, {"canceled", "Canceled"}};

constexpr NamedParameter named[] = {{"status", "status", NamedParameter::Reading::spelling, statuses}};

const ListRules& rules() {
  static const ListRules made{orders_table(), "customerId", false, includes, named};
  return made;
}

std::string embed(Repositories& repositories, const ListQuery& query, const Values& order) {
  std::string text = lines_member(repositories, order);
  if (query.has_include("assets")) text += assets_member(repositories, order.text("id"));
  if (query.has_include("invoices")) text += invoices_member(repositories, order.text("id"));
  return text;
}

// A draft in the form of an activation, with the invoice it would make when that was asked for.
Response draft_answer(Repositories& repositories, Order order, bool preview) {
  Activated shown{std::move(order), {}, {}, {}, {}};
  const auto customer = repositories.customers.find(shown.order.order.text("customerId"));
  if (preview && customer) {
    auto invoice = draft_invoice(shown.order.order, shown.order.lines, *customer, day_of(now()));
    if (invoice) shown.invoices.push_back(*std::move(invoice));
  }
  return success(201, activation_json(shown));
}

// Salesforce takes an order only with an account (nue-api 10.12).
void push_draft(Repositories& repositories, const Order& order) {
  tell(repositories, order.order.text("customerId"), {.kind = lifecycle::EventKind::draft_pushed}, {"api", now()});
}

// Reads a draft with `read` and stores it with `create`.
template <class Draft>
void post_draft(Store& store, std::variant<Draft, Problem> read,
                std::variant<Order, Problem> (*create)(Repositories&, const Draft&, Milliseconds),
                const Answer& answer) {
  if (const auto* problem = std::get_if<Problem>(&read)) return answer(failure(*problem));
  write(
      store,
      [draft = std::get<Draft>(std::move(read)), create](Repositories& repositories, Response& response) {
        auto made = create(repositories, draft, now());
        if (const auto* problem = std::get_if<Problem>(&made)) {
          response = failure(*problem);
          return false;
        }
        if (repositories.settings.has(Choice::drafts_synced)) push_draft(repositories, std::get<Order>(made));
        response = draft_answer(repositories, std::get<Order>(std::move(made)), draft.preview_invoice);
        return true;
      },
      answer);
}

}  // namespace

Response list_products(Repositories&, const Call& call) {
  if (!call.parameters.empty()) return failure(400, "INVALID_PARAMETER", "this path takes no parameters");
  return success(200, products_json());
}

Response list_orders(Repositories& repositories, const Call& call) {
  return answer_list(repositories, call, rules(), embed);
}

void post_order(Store& store, const Call&, std::string_view body, const Answer& answer) {
  post_draft(store, read_order_draft(body), create_order, answer);
}

void post_change_order(Store& store, const Call&, std::string_view body, const Answer& answer) {
  post_draft(store, read_change_draft(body), create_change_order, answer);
}

void post_activation(Store& store, const Call& call, std::string_view body, const Answer& answer) {
  const auto order = store.read([&](Repositories& reading) { return find_named(reading.orders, call.ids[0]); });
  if (!order) return answer(failure(404, "ORDER_NOT_FOUND", "there is no such order"));
  const auto read = read_activation(body);
  if (const auto* problem = std::get_if<Problem>(&read)) return answer(failure(*problem));
  write(
      store,
      [id = order->text("id"), options = std::get<ActivationOptions>(read)](Repositories& repositories,
                                                                            Response& response) {
        const auto activated = activate_order(repositories, id, options, now());
        if (const auto* problem = std::get_if<Problem>(&activated)) {
          response = failure(*problem);
          return false;
        }
        response = success(201, activation_json(std::get<Activated>(activated)));
        return true;
      },
      answer);
}

}  // namespace vestibule::sandbox

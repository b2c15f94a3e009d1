#include "customer_routes.hpp"

#include "checked_write.hpp"
#include "contact_routes.hpp"
#include "customer_life.hpp"
#include "list_answer.hpp"
#include "tenant.hpp"

namespace vestibule::sandbox {
namespace {

using catalogue::Entity;

constexpr std::string_view includes[] = {"contacts"};

const ListRules& rules() {
  static const ListRules made{customers_table(), "id", true, includes};
  return made;
}

std::string embed(Repositories& repositories, const ListQuery& query, const Values& customer) {
  return query.has_include("contacts") ? ",\"contacts\":" + contacts_of(repositories, customer.text("id")) : "";
}

Response not_found() { return failure(problem_of(Refusal::Reason::customer_not_found, "")); }

}  // namespace

void create_customers(Store& store, const Call&, std::string_view body, const Answer& answer) {
  const auto create = [](Repositories& repositories, const std::vector<Changes>& rows, Milliseconds time) {
    auto created = repositories.customers.create(rows, time);
    if (const auto* customers = std::get_if<std::vector<Values>>(&created)) {
      for (const Values& customer : *customers) tell_created(repositories, customer, {"api", time});
    }
    return created;
  };
  create_checked(store, Entity::customer, body, create, answer);
}

void patch_customer(Store& store, const Call& call, std::string_view body, const Answer& answer) {
  const auto customer = store.read([&](Repositories& reading) { return find_named(reading.customers, call.ids[0]); });
  if (!customer) return answer(not_found());
  const auto patch = [id = customer->text("id")](Repositories& repositories, const Changes& changes,
                                                 Milliseconds time) {
    const auto before = repositories.customers.find(id);
    auto patched = repositories.customers.patch(id, changes, time);
    if (const auto* after = std::get_if<Values>(&patched)) {
      note_changes(repositories, "customer", *before, *after, {"api", time});
    }
    return patched;
  };
  patch_checked(store, Entity::customer, body, patch, answer);
}

Response read_customer(Repositories& repositories, const Call& call) {
  const auto customer = find_named(repositories.customers, call.ids[0]);
  return customer ? answer_one(repositories, call, rules(), *customer, embed) : not_found();
}

Response list_customers(Repositories& repositories, const Call& call) {
  return answer_list(repositories, call, rules(), embed);
}

}  // namespace vestibule::sandbox

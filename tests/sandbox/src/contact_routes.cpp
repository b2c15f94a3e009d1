#include "contact_routes.hpp"

#include "checked_write.hpp"
#include "customer_life.hpp"
#include "list_answer.hpp"
#include "tenant.hpp"

namespace vestibule::sandbox {
namespace {

using Reason = Refusal::Reason;
using Reading = NamedParameter::Reading;

constexpr NamedParameter named[] = {
    {"emails", "emailKey", Reading::emails},
    {"customerId", "customerId", Reading::customer},
};

const ListRules& all_rules() {
  static const ListRules made{contacts_table(), {}, false, {}, named};
  return made;
}

const ListRules& customers_rules() {
  static const ListRules made{contacts_table()};
  return made;
}

Response not_found(Reason reason) { return failure(problem_of(reason, "")); }

}  // namespace

void create_contacts(Store& store, const Call& call, std::string_view body, const Answer& answer) {
  const auto customer = store.read([&](Repositories& reading) { return find_named(reading.customers, call.ids[0]); });
  if (!customer) return answer(not_found(Reason::customer_not_found));
  const auto create = [id = customer->text("id")](Repositories& repositories, const std::vector<Changes>& rows,
                                                  Milliseconds time) {
    auto created = repositories.contacts.create(id, rows, time);
    if (const auto* contacts = std::get_if<std::vector<Values>>(&created)) {
      for (const Values& contact : *contacts) {
        note_changes(repositories, "contact", Values{contact.table()}, contact, {"api", time});
      }
    }
    return created;
  };
  create_checked(store, catalogue::Entity::contact, body, create, answer);
}

void patch_contact(Store& store, const Call& call, std::string_view body, const Answer& answer) {
  const auto contact = store.read([&](Repositories& reading) { return find_named(reading.contacts, call.ids[0]); });
  if (!contact) return answer(not_found(Reason::contact_not_found));
  const auto patch = [id = contact->text("id")](Repositories& repositories, const Changes& changes, Milliseconds time) {
    const auto before = repositories.contacts.find(id);
    auto patched = repositories.contacts.patch(id, changes, time);
    if (const auto* after = std::get_if<Values>(&patched)) {
      note_changes(repositories, "contact", *before, *after, {"api", time});
    }
    return patched;
  };
  patch_checked(store, catalogue::Entity::contact, body, patch, answer);
}

Response list_contacts(Repositories& repositories, const Call& call) {
  return answer_list(repositories, call, all_rules());
}

Response read_contact(Repositories& repositories, const Call& call) {
  const auto contact = find_named(repositories.contacts, call.ids[0]);
  return contact ? answer_one(repositories, call, customers_rules(), *contact) : not_found(Reason::contact_not_found);
}

Response list_customers_contacts(Repositories& repositories, const Call& call) {
  const auto customer = find_named(repositories.customers, call.ids[0]);
  if (!customer) return not_found(Reason::customer_not_found);
  return answer_list(repositories, call, customers_rules(), {}, (*customer)["id"]);
}

Response read_customers_contact(Repositories& repositories, const Call& call) {
  const auto customer = find_named(repositories.customers, call.ids[0]);
  if (!customer) return not_found(Reason::customer_not_found);
  const auto contact = find_named(repositories.contacts, call.ids[1]);
  if (!contact || contact->text("customerId") != customer->text("id")) return not_found(Reason::contact_not_found);
  return answer_one(repositories, call, customers_rules(), *contact);
}

std::string contacts_of(Repositories& repositories, const std::string& customer_id) {
  return array_of(repositories.contacts.all_by("customerId", customer_id));
}

}  // namespace vestibule::sandbox

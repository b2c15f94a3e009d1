#include "contacts.hpp"

#include <cctype>

#include "temporary.hpp"
#include "tenant.hpp"
#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;
using Reason = Refusal::Reason;

namespace {

Changes contact(const std::string& email, const std::string& external_id = {}) {
  Changes changes;
  for (const auto& [name, value] : {std::pair{"firstName", std::string{"A"}}, std::pair{"lastName", std::string{"B"}},
                                    std::pair{"name", std::string{"A B"}}, std::pair{"email", email}}) {
    changes.push_back({contacts_table().place(name), value});
  }
  if (!external_id.empty()) changes.push_back({contacts_table().place("externalId"), external_id});
  return changes;
}

struct Filled {
  TemporaryFolder folder;
  Store store{folder.file("nue.db")};
  std::string customer = member(std::get<0>(create(store, {customer_named("A")})).at(0), "id");

  Created add(const std::vector<Changes>& rows) {
    return write_and_wait<Created>(store, [&](Repositories& all) { return all.contacts.create(customer, rows, 0); });
  }
  Patched patch_contact(const std::string& id, const Changes& changes) {
    return write_and_wait<Patched>(store, [&](Repositories& all) { return all.contacts.patch(id, changes, 1); });
  }
};

}  // namespace

TEST_CASE("an address belongs to one contact, whatever its case", "[contacts]") {
  Filled filled;
  REQUIRE(filled.add({contact("Solveig@Fjordlys.example")}).index() == 0);
  CHECK(std::get<Refusal>(filled.add({contact("x@y.example"), contact("SOLVEIG@fjordlys.example")})).row == 1);
  CHECK(std::get<Refusal>(filled.add({contact("a@b.example"), contact("A@B.example")})).reason ==
        Reason::duplicate_email);
  // Nothing of a refused batch stays.
  CHECK(filled.add({contact("x@y.example"), contact("a@b.example")}).index() == 0);
}

TEST_CASE("a contact may change the case of its own address, and free it for another", "[contacts]") {
  Filled filled;
  const auto made = filled.add({contact("a@b.example"), contact("c@d.example")});
  const std::string id = std::get<0>(made).at(0).text("id");
  const auto email = contacts_table().place("email");
  CHECK(filled.patch_contact(id, {{email, "A@B.example"}}).index() == 0);
  CHECK(std::get<Refusal>(filled.patch_contact(id, {{email, "C@D.example"}})).reason == Reason::duplicate_email);
  CHECK(filled.patch_contact(id, {{email, "e@f.example"}}).index() == 0);
  CHECK(filled.add({contact("a@b.example")}).index() == 0);
}

TEST_CASE("a contact is named by its id in any case and by its Salesforce id in both lengths", "[contacts]") {
  Filled filled;
  const auto made = filled.add({contact("a@b.example", "003Ot00001mx7PzIAI")});
  std::string id = std::get<0>(made).at(0).text("id");
  const auto named = [&](std::string_view name) {
    return filled.store.read([&](Repositories& reading) { return find_named(reading.contacts, name).has_value(); });
  };
  CHECK(named(id));
  for (char& c : id) c = static_cast<char>(std::toupper(c));
  CHECK(named(id));
  CHECK(named("003Ot00001mx7PzIAI"));
  CHECK(named("003Ot00001mx7Pz"));
  CHECK_FALSE(named("003Ot00001mx7pz"));
  CHECK_FALSE(named("a@b.example"));
}

TEST_CASE("a customer's first contact is one of its own", "[contacts]") {
  Filled filled;
  const auto made = filled.add({contact("a@b.example")});
  const std::string id = std::get<0>(made).at(0).text("id");
  const std::string other = member(std::get<0>(create(filled.store, {customer_named("B")})).at(0), "id");
  const auto column = customers_table().place("orderPrimaryContactId");
  CHECK(std::get<Refusal>(patch(filled.store, other, {{column, id}}, 0)).reason == Reason::unknown_contact);
  CHECK(std::get<Refusal>(patch(filled.store, filled.customer, {{column, "nobody"}}, 0)).reason ==
        Reason::unknown_contact);
  CHECK(std::get<Values>(patch(filled.store, filled.customer, {{column, id}}, 0)).text("orderPrimaryContactId") == id);
  CHECK(patch(filled.store, filled.customer, {{column, std::nullopt}}, 0).index() == 0);
}

#include "store.hpp"

#include "temporary.hpp"
#include "tenant.hpp"
#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;
using Reason = Refusal::Reason;

namespace {

const Values& only(const Created& created) { return std::get<0>(created).at(0); }

Reason reason(const Created& created) { return std::get<Refusal>(created).reason; }

}  // namespace

TEST_CASE("what was committed is there after opening the file again", "[store]") {
  const TemporaryFolder folder;
  std::string id;
  {
    Store store{folder.file("nue.db")};
    id = member(only(create(store, {customer_named("Kept")})), "id");
  }
  Store store{folder.file("nue.db")};
  REQUIRE(find_customer(store, id));
  CHECK(member(*find_customer(store, id), "name") == "Kept");
}

TEST_CASE("a batch is stored as a whole or not at all", "[store]") {
  const TemporaryFolder folder;
  Store store{folder.file("nue.db")};
  const auto refused =
      create(store, {customer_named("A", {{"accountNumber", "X"}}), customer_named("B", {{"accountNumber", "X"}})});
  CHECK(reason(refused) == Reason::duplicate_account_number);
  CHECK(std::get<Refusal>(refused).row == 1);
  CHECK(select_customers(store, {}).total == 0);
}

TEST_CASE("generated account numbers count through a year and step over chosen ones", "[store]") {
  const TemporaryFolder folder;
  Store store{folder.file("nue.db")};
  CHECK(member(only(create(store, {customer_named("A")}, 0)), "accountNumber") == "ACC-1970-001");
  REQUIRE(create(store, {customer_named("B", {{"accountNumber", "ACC-1970-002"}})}, 0).index() == 0);
  CHECK(member(only(create(store, {customer_named("C")}, 0)), "accountNumber") == "ACC-1970-003");
  CHECK(member(only(create(store, {customer_named("D")}, 951'782'400'000)), "accountNumber") == "ACC-2000-001");
}

TEST_CASE("lastModifiedDate moves forward even when the clock does not", "[store]") {
  const TemporaryFolder folder;
  Store store{folder.file("nue.db")};
  const std::string id = member(only(create(store, {customer_named("A")}, 5'000)), "id");
  CHECK(member(std::get<0>(patch(store, id, {}, 5'000)), "lastModifiedDate") == to_iso(5'001));
  CHECK(member(std::get<0>(patch(store, id, {}, 1'000)), "lastModifiedDate") == to_iso(5'002));
  CHECK(member(std::get<0>(patch(store, id, {}, 9'000)), "lastModifiedDate") == to_iso(9'000));
  CHECK(member(*find_customer(store, id), "createdDate") == to_iso(5'000));
}

TEST_CASE("a parent exists and is never below its child", "[store]") {
  const TemporaryFolder folder;
  Store store{folder.file("nue.db")};
  const auto parent = customers_table().place("parentCustomerId");
  CHECK(reason(create(store, {customer_named("A", {{"parentCustomerId", "nobody"}})})) == Reason::unknown_parent);
  const std::string top = member(only(create(store, {customer_named("Top")})), "id");
  const std::string below = member(only(create(store, {customer_named("Below", {{"parentCustomerId", top}})})), "id");
  CHECK(std::get<1>(patch(store, top, {{parent, below}}, 0)).reason == Reason::circular_parent);
  CHECK(std::get<1>(patch(store, top, {{parent, top}}, 0)).reason == Reason::circular_parent);
  CHECK(std::get<1>(patch(store, top, {{parent, "nobody"}}, 0)).reason == Reason::unknown_parent);
  CHECK(patch(store, below, {{parent, std::nullopt}}, 0).index() == 0);
  CHECK(patch(store, top, {{parent, below}}, 0).index() == 0);
}

TEST_CASE("a customer is named by its id in any case and by its Salesforce id in both lengths", "[store]") {
  const TemporaryFolder folder;
  Store store{folder.file("nue.db")};
  const std::string id = "0b6d1a5e-7c1f-4c1e-9a53-1d2c3b4a5f60";
  REQUIRE(create(store, {customer_named("A", {{"id", id}, {"externalId", "001Ot00000mx5KzIAI"}})}).index() == 0);
  CHECK(find_customer(store, id)->text("id") == id);
  CHECK(find_customer(store, "0B6D1A5E-7C1F-4C1E-9A53-1D2C3B4A5F60")->text("id") == id);
  CHECK(find_customer(store, "001Ot00000mx5KzIAI")->text("id") == id);
  CHECK(find_customer(store, "001Ot00000mx5Kz")->text("id") == id);
  for (const char* other : {"", "x", "001Ot00000mx5kz", "001Ot00000mx5KzIAJ", "0b6d1a5e-7c1f-4c1e-9a53-1d2c3b4a5f61",
                            "1 OR 1=1", "003Ot00000mx5Kz"}) {
    CAPTURE(other);
    CHECK_FALSE(find_customer(store, other));
  }
}

TEST_CASE("a file from before a field existed gets its column", "[store]") {
  const TemporaryFolder folder;
  {
    Database old{folder.file("nue.db")};
    old.execute(
        "CREATE TABLE customers (\"id\" TEXT NOT NULL UNIQUE, \"name\" TEXT);"
        "INSERT INTO customers VALUES ('0b6d1a5e-7c1f-4c1e-9a53-1d2c3b4a5f60', 'Older')");
  }
  Store store{folder.file("nue.db")};
  REQUIRE(find_customer(store, "0b6d1a5e-7c1f-4c1e-9a53-1d2c3b4a5f60"));
  CHECK(member(*find_customer(store, "0b6d1a5e-7c1f-4c1e-9a53-1d2c3b4a5f60"), "name") == "Older");
  CHECK(member(*find_customer(store, "0b6d1a5e-7c1f-4c1e-9a53-1d2c3b4a5f60"), "signupToken") == "null");
}

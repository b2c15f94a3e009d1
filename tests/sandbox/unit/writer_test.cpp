#include "writer.hpp"

#include <atomic>
#include <future>
#include <stdexcept>

#include "store.hpp"
#include "temporary.hpp"
#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

TEST_CASE("a job that refuses undoes itself and nobody else", "[writer]") {
  const TemporaryFolder folder;
  Store store{folder.file("nue.db")};
  std::promise<void> gate;
  std::shared_future<void> open = gate.get_future().share();
  // While the first job waits, the others gather and are committed together.
  store.write({[open](Repositories&) {
                 open.wait();
                 return true;
               },
               [](bool) {}});
  std::promise<void> all;
  std::atomic<int> finished = 0;
  for (int i = 0; i < 6; ++i) {
    store.write({[i](Repositories& repositories) {
                   const auto created = repositories.customers.create({customer_named("N" + std::to_string(i))}, 0);
                   return created.index() == 0 && i % 2 == 0;
                 },
                 [&](bool done) {
                   CHECK(done);
                   if (++finished == 6) all.set_value();
                 }});
  }
  gate.set_value();
  all.get_future().wait();
  CHECK(select_customers(store, {}).total == 3);
}

TEST_CASE("a job whose statement fails is not done, its neighbours are", "[writer]") {
  const TemporaryFolder folder;
  Store store{folder.file("nue.db")};
  std::promise<bool> failed;
  store.write({[](Repositories& repositories) -> bool {
                 static_cast<void>(repositories.customers.create({customer_named("Lost")}, 0));
                 throw StoreError{"made up"};
               },
               [&](bool done) { failed.set_value(done); }});
  CHECK_FALSE(failed.get_future().get());
  REQUIRE(create(store, {customer_named("Kept")}).index() == 0);
  CHECK(select_customers(store, {}).total == 1);
}

TEST_CASE("a job that throws anything is not done, and the writer goes on", "[writer]") {
  const TemporaryFolder folder;
  Store store{folder.file("nue.db")};
  std::promise<bool> failed;
  store.write({[](Repositories& repositories) -> bool {
                 static_cast<void>(repositories.customers.create({customer_named("Lost")}, 0));
                 throw std::length_error{"made up"};
               },
               [&](bool done) { failed.set_value(done); }});
  CHECK_FALSE(failed.get_future().get());
  REQUIRE(create(store, {customer_named("Kept")}).index() == 0);
  CHECK(select_customers(store, {}).total == 1);
}

TEST_CASE("what was submitted before the end is still written", "[writer]") {
  const TemporaryFolder folder;
  {
    Store store{folder.file("nue.db")};
    for (int i = 0; i < 20; ++i) {
      store.write({[](Repositories& repositories) {
                     return repositories.customers.create({customer_named("A")}, 0).index() == 0;
                   },
                   [](bool) {}});
    }
  }
  Store store{folder.file("nue.db")};
  CHECK(select_customers(store, {}).total == 20);
}

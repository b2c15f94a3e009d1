#include "select.hpp"

#include "store.hpp"
#include "temporary.hpp"
#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

namespace {

Condition is(const std::string& name, const std::string& value) { return {find_column(name).value(), value}; }

std::string names(const Page& page) {
  std::string all;
  for (const Values& row : page.rows) all += member(row, "name");
  return all;
}

// Five customers, A to E, made at different times.
struct Filled {
  TemporaryFolder folder;
  Store store{folder.file("nue.db")};

  Filled() {
    Milliseconds time = 0;
    for (const std::string name : {"A", "B", "C", "D", "E"}) {
      const std::string number = name < "C" ? "10" : "2e1";
      const auto created = create(store,
                                  {customer_named(name, {{"numberOfEmployees", number},
                                                         {"industry", name == "E" ? "Energy" : "Banking"},
                                                         {"paymentMethods", R"(["ACH","Credit Card"])"}})},
                                  ++time);
      REQUIRE(created.index() == 0);
    }
  }

  [[nodiscard]] std::string select(Selection selection) { return names(store.select(selection)); }
};

}  // namespace

TEST_CASE("without a filter all customers come in the order they were made", "[select]") {
  Filled filled;
  CHECK(filled.select({}) == "ABCDE");
}

TEST_CASE("conditions apply together, or one is enough", "[select]") {
  Filled filled;
  CHECK(filled.select({{}, {is("industry", "Banking"), is("numberOfEmployees", "20")}, false}) == "CD");
  CHECK(filled.select({{}, {is("industry", "Energy"), is("numberOfEmployees", "10.0")}, true}) == "ABE");
}

TEST_CASE("text is compared byte by byte, never as a pattern", "[select]") {
  Filled filled;
  CHECK(filled.select({{}, {is("name", "a")}}).empty());
  CHECK(filled.select({{}, {is("name", "%")}}).empty());
  CHECK(filled.select({{}, {is("name", "A' OR '1'='1")}}).empty());
}

TEST_CASE("a set fits each of its values, a metric is 0", "[select]") {
  Filled filled;
  CHECK(filled.select({{}, {is("paymentMethods", "Credit Card")}}) == "ABCDE");
  CHECK(filled.select({{}, {is("paymentMethods", "Credit")}}).empty());
  CHECK(filled.select({{}, {is("todayARR", "0")}}) == "ABCDE");
}

TEST_CASE("pages are cut from one order and know the total", "[select]") {
  Filled filled;
  Selection selection;
  selection.limit = 2;
  selection.page = 2;
  CHECK(filled.select(selection) == "CD");
  selection.page = 4;
  CHECK(filled.store.select(selection).rows.empty());
  CHECK(filled.store.select(selection).total == 5);
}

TEST_CASE("a list of ids always applies, an empty one names nobody", "[select]") {
  Filled filled;
  const std::string id = member(filled.store.select({}).rows.at(1), "id");
  CHECK(filled.select({std::vector{id}, {is("name", "B"), is("name", "A")}, true}) == "B");
  CHECK(filled.select({std::vector<std::string>{}, {}}).empty());
}

#include "select.hpp"

#include "store.hpp"
#include "temporary.hpp"
#include "tenant.hpp"
#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

namespace {

Condition is(const std::string& name, const std::string& value, Operator op = Operator::equal) {
  return {customers_table().place(name), op, value};
}

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

  [[nodiscard]] std::string select(Selection selection) { return names(select_customers(store, selection)); }
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
  CHECK(select_customers(filled.store, selection).rows.empty());
  CHECK(select_customers(filled.store, selection).total == 5);
}

TEST_CASE("a list of ids always applies, an empty one names nobody", "[select]") {
  Filled filled;
  const std::string id = member(select_customers(filled.store, {}).rows.at(1), "id");
  const auto column = customers_table().place("id");
  CHECK(filled.select({{{column, {id}}}, {is("name", "B"), is("name", "A")}, true}) == "B");
  CHECK(filled.select({{{column, {}}}, {}}).empty());
}

TEST_CASE("numbers, money and text are ordered by value, sets and texts differ", "[select]") {
  Filled filled;
  const auto one = [&](Condition condition) { return filled.select({{}, {std::move(condition)}}); };
  CHECK(one(is("numberOfEmployees", "9", Operator::greater)) == "ABCDE");
  CHECK(one(is("numberOfEmployees", "10.0", Operator::greater)) == "CDE");
  CHECK(one(is("numberOfEmployees", "1e1", Operator::less_or_equal)) == "AB");
  CHECK(one(is("numberOfEmployees", "20", Operator::not_equal)) == "AB");
  CHECK(one(is("name", "D", Operator::greater_or_equal)) == "DE");
  CHECK(one(is("name", "B", Operator::less)) == "A");
  CHECK(one(is("industry", "Banking", Operator::not_equal)) == "E");
  CHECK(one(is("todayARR", "1", Operator::less)) == "ABCDE");
  CHECK(one(is("paymentMethods", "ACH", Operator::not_equal)).empty());
  CHECK(one(is("paymentMethods", "Check", Operator::not_equal)) == "ABCDE");
}

TEST_CASE("large whole numbers keep all their digits in a comparison", "[select]") {
  Filled filled;
  REQUIRE(create(filled.store, {customer_named("F", {{"annualRevenue", "999999999999999998"}})}).index() == 0);
  CHECK(filled.select({{}, {is("annualRevenue", "999999999999999999", Operator::less)}}) == "F");
  CHECK(filled.select({{}, {is("annualRevenue", "999999999999999999")}}).empty());
}

TEST_CASE("a record without a value fits no filter on it, != included", "[select]") {
  Filled filled;
  for (const Operator op : {Operator::equal, Operator::not_equal, Operator::less, Operator::greater_or_equal}) {
    CHECK(filled.select({{}, {is("website", "x", op)}}).empty());
    CHECK(filled.select({{}, {is("annualRevenue", "1", op)}}).empty());
  }
}

TEST_CASE("a day stands for all of its moments", "[select]") {
  const TemporaryFolder folder;
  Store store{folder.file("nue.db")};
  constexpr Milliseconds day = 86'400'000;
  for (const auto& [name, time] : {std::pair{"A", day - 1}, {"B", day}, {"C", 2 * day - 1}, {"D", 2 * day}}) {
    REQUIRE(create(store, {customer_named(name)}, time).index() == 0);
  }
  const auto days = [&](Operator op) {
    return names(select_customers(store, {{}, {{customers_table().place("createdDate"), op, "1970-01-02", true}}}));
  };
  CHECK(days(Operator::equal) == "BC");
  CHECK(days(Operator::not_equal) == "AD");
  CHECK(days(Operator::less) == "A");
  CHECK(days(Operator::less_or_equal) == "ABC");
  CHECK(days(Operator::greater) == "D");
  CHECK(days(Operator::greater_or_equal) == "BCD");
  const auto at = [&](Operator op) {
    return names(select_customers(
        store, {{}, {{customers_table().place("createdDate"), op, "1970-01-02T00:00:00.000Z", false}}}));
  };
  CHECK(at(Operator::less) == "A");
  CHECK(at(Operator::greater) == "CD");
}

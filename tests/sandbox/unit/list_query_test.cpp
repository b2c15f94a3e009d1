#include "list_query.hpp"

#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

namespace {

std::variant<ListQuery, std::string> read(std::vector<Parameter> parameters) {
  return read_list_query(parameters, [](std::string_view id) {
    return id == "known" ? std::optional<std::string>{"the-id"} : std::nullopt;
  });
}

ListQuery good(std::vector<Parameter> parameters) {
  auto query = read(std::move(parameters));
  REQUIRE(std::holds_alternative<ListQuery>(query));
  return std::get<ListQuery>(query);
}

bool bad(std::string name, std::string value, Operator op = Operator::equal) {
  return std::holds_alternative<std::string>(read({{std::move(name), op, std::move(value)}}));
}

}  // namespace

TEST_CASE("pages count from 1 and have 100 customers, at most 500", "[list]") {
  CHECK(good({}).selection.page == 1);
  CHECK(good({}).selection.limit == 100);
  CHECK(good({{"limit", Operator::equal, "500"}, {"page", Operator::equal, "7"}}).selection.page == 7);
  for (const char* value : {"0", "501", "-1", "", "1.0", "1e2", " 1", "99999999999999999999"}) {
    CAPTURE(value);
    CHECK(bad("limit", value));
  }
  CHECK(bad("page", "0"));
  CHECK(bad("page", "1", Operator::greater_or_equal));
}

TEST_CASE("customerIds takes a JSON array and reports what it does not find", "[list]") {
  const ListQuery query = good({{"customerIds", Operator::equal, R"(["other","known"])"}});
  CHECK(query.selection.ids == std::vector<std::string>{"the-id"});
  CHECK(query.missing == std::vector<std::size_t>{0});
  for (const char* value : {"", "known", "[1]", "[\"a\"", "{}", "\"known\"", "[[\"known\"]]"}) {
    CAPTURE(value);
    CHECK(bad("customerIds", value));
  }
}

TEST_CASE("a filter names a field, and its value could stand there", "[list]") {
  CHECK(good({{"signupToken", Operator::equal, "T"}}).selection.conditions.size() == 1);
  CHECK(good({{"id", Operator::equal, "0B6D1A5E-7C1F-4C1E-9A53-1D2C3B4A5F60"}}).selection.conditions.at(0).value ==
        "0b6d1a5e-7c1f-4c1e-9a53-1d2c3b4a5f60");
  CHECK(good({{"externalId", Operator::equal, "001Ot00000mx5Kz"}}).selection.conditions.at(0).value ==
        "001Ot00000mx5KzIAI");
  for (const char* name : {"unknown", "contacts", "customFields", "Name", "rowid", "name "}) {
    CAPTURE(name);
    CHECK(bad(name, "x"));
  }
  CHECK(bad("name", ""));
  CHECK(bad("name", "x", Operator::not_equal));
  CHECK(bad("annualRevenue", "1,000"));
  CHECK(bad("taxExempt", "yes"));
  CHECK(bad("id", "1 OR 1=1"));
}

TEST_CASE("filters are bounded in number and length", "[list]") {
  CHECK(good({{"name", Operator::equal, std::string(255, 'a')}}).selection.conditions.size() == 1);
  CHECK(bad("name", std::string(256, 'a')));
  std::vector<Parameter> many;
  for (const char* name : {"name", "email", "phone", "fax", "website", "type", "industry", "ownership"}) {
    many.push_back({name, Operator::equal, "x"});
  }
  CHECK(good(many).selection.conditions.size() == 8);
  many.push_back({"description", Operator::equal, "x"});
  CHECK(std::holds_alternative<std::string>(read(many)));
}

TEST_CASE("_predicate is and or or, in any case", "[list]") {
  CHECK_FALSE(good({}).selection.any);
  CHECK(good({{"_predicate", Operator::equal, "OR"}}).selection.any);
  CHECK_FALSE(good({{"_predicate", Operator::equal, "and"}}).selection.any);
  CHECK(bad("_predicate", "xor"));
  CHECK(good({{"includes", Operator::equal, "contacts"}}).contacts);
  CHECK(bad("includes", "orders"));
}

#include "list_query.hpp"

#include "tenant.hpp"
#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

namespace {

std::variant<ListQuery, std::string> read(std::vector<Parameter> parameters) {
  static constexpr std::string_view includes[] = {"contacts", "orders"};
  static const ListRules rules{customers_table(), "id", true, includes};
  return read_list_query(rules, parameters, [](std::string_view id) {
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
  CHECK(query.selection.restrictions == std::vector<Restriction>{{customers_table().place("id"), {"the-id"}}});
  CHECK(query.missing == std::vector<std::string>{"customerIds[0]"});
  for (const char* value : {"", "known", "[1]", "[\"a\"", "{}", "\"known\"", "[[\"known\"]]"}) {
    CAPTURE(value);
    CHECK(bad("customerIds", value));
  }
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
  CHECK(bad("_predicate", "and", Operator::not_equal));
}

TEST_CASE("includes names what to embed, one or several", "[list]") {
  CHECK_FALSE(good({}).has_include("contacts"));
  CHECK(good({{"includes", Operator::equal, "contacts"}}).has_include("contacts"));
  CHECK(good({{"includes", Operator::equal, "orders,contacts"}}).has_include("contacts"));
  for (const char* value : {"", "invoices", "contacts,", ",contacts", "contacts,invoices", "Contacts"}) {
    CAPTURE(value);
    CHECK(bad("includes", value));
  }
}

TEST_CASE("a list without filters knows its named parameters alone", "[list]") {
  using Reading = NamedParameter::Reading;
  static constexpr Spelling spellings[] = {{"activated", "Activated"}, {"active", "Activated"}};
  static constexpr NamedParameter named[] = {{"emails", "emailKey", Reading::emails},
                                             {"customerId", "customerId", Reading::customer},
                                             {"title", "title", Reading::spelling, spellings},
                                             {"name", "name", Reading::text}};
  static const ListRules rules{contacts_table(), {}, false, {}, named};
  const auto read_contacts = [](Parameter parameter) {
    return read_list_query(rules, {&parameter, 1}, [](std::string_view id) {
      return id == "known" ? std::optional<std::string>{"the-id"} : std::nullopt;
    });
  };
  const auto only = [&](Parameter parameter) { return std::get<ListQuery>(read_contacts(std::move(parameter))); };
  CHECK(only({"emails", Operator::equal, R"(["A@B.example"])"}).selection.restrictions.at(0).values ==
        std::vector<std::string>{"a@b.example"});
  CHECK(only({"customerId", Operator::equal, "known"}).selection.conditions.at(0).value == "the-id");
  CHECK(only({"customerId", Operator::equal, "other"}).missing == std::vector<std::string>{"customerId"});
  CHECK(only({"title", Operator::equal, "ACTIVE"}).selection.conditions.at(0).value == "Activated");
  for (const Parameter& parameter : {Parameter{"title", Operator::equal, "x"},
                                     {"phone", Operator::equal, "1"},
                                     {"name", Operator::not_equal, "x"},
                                     {"customerIds", Operator::equal, "[]"},
                                     {"_predicate", Operator::equal, "or"},
                                     {"emails", Operator::equal, "a@b.c"}}) {
    CAPTURE(parameter.name);
    CHECK(std::holds_alternative<std::string>(read_contacts(parameter)));
  }
}

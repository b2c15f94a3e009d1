#include "filter.hpp"

#include "tenant.hpp"
#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

namespace {

// The value a filter compares with; nothing when it is refused.
std::optional<std::string> value(std::string name, std::string text, Operator op = Operator::equal) {
  const auto read = read_filter(customers_table(), {std::move(name), op, std::move(text)});
  if (const auto* condition = std::get_if<Condition>(&read)) return condition->value;
  return std::nullopt;
}

}  // namespace

TEST_CASE("a filter names a field, and its value could stand there", "[filter]") {
  CHECK(value("signupToken", "T") == "T");
  CHECK(value("id", "0B6D1A5E-7C1F-4C1E-9A53-1D2C3B4A5F60") == "0b6d1a5e-7c1f-4c1e-9a53-1d2c3b4a5f60");
  CHECK(value("externalId", "001Ot00000mx5Kz") == "001Ot00000mx5KzIAI");
  CHECK(value("annualRevenue", "1e6") == "1e6");
  CHECK(value("todayARR", "12.5") == "1250");
  for (const char* name : {"unknown", "contacts", "customFields", "Name", "rowid", "name ", "emailKey"}) {
    CAPTURE(name);
    CHECK_FALSE(value(name, "x"));
  }
  CHECK_FALSE(value("name", ""));
  CHECK_FALSE(value("annualRevenue", "1,000"));
  CHECK_FALSE(value("todayARR", "0.005"));
  CHECK_FALSE(value("taxExempt", "yes"));
  CHECK_FALSE(value("id", "1 OR 1=1"));
}

TEST_CASE("a hidden column is no field", "[filter]") {
  CHECK(read_filter(contacts_table(), {"emailKey", Operator::equal, "a@b.example"}).index() == 1);
  CHECK(read_filter(contacts_table(), {"email", Operator::equal, "a@b.example"}).index() == 0);
}

TEST_CASE("what has no order takes = and != alone", "[filter]") {
  const std::pair<const char*, const char*> unordered[] = {{"taxExempt", "true"},
                                                           {"paymentMethods", "ACH"},
                                                           {"id", "0b6d1a5e-7c1f-4c1e-9a53-1d2c3b4a5f60"},
                                                           {"externalId", "001Ot00000mx5Kz"}};
  for (const auto& [name, text] : unordered) {
    CAPTURE(name);
    CHECK(value(name, text, Operator::not_equal));
    for (const Operator op : {Operator::less, Operator::less_or_equal, Operator::greater, Operator::greater_or_equal}) {
      CHECK_FALSE(value(name, text, op));
    }
  }
  CHECK(value("name", "M", Operator::greater));
}

TEST_CASE("a moment is compared in UTC to the millisecond, a day as a day", "[filter]") {
  CHECK(value("createdDate", "2026-03-04T10:15:02+01:00") == "2026-03-04T09:15:02.000Z");
  CHECK(value("createdDate", "2026-03-04T09:15:02.5Z") == "2026-03-04T09:15:02.500Z");
  CHECK(value("createdDate", "2026-03-04T09:15:02.1230000Z") == "2026-03-04T09:15:02.123Z");
  const auto day = read_filter(customers_table(), {"createdDate", Operator::less, "2026-03-04"});
  CHECK(std::get<Condition>(day).by_day);
  CHECK(value("customerSince", "2026-03-04") == "2026-03-04");
  CHECK(value("customerSince", "2026-03-04T23:30:00-01:00") == "2026-03-05");
  const auto since = read_filter(customers_table(), {"customerSince", Operator::less, "2026-03-04"});
  CHECK_FALSE(std::get<Condition>(since).by_day);
  for (const char* text : {"2026-3-4", "04/03/2026", "2026-02-30", "2026-03-04 10:15:02", "2026", "now",
                           "2026-03-04T10:15:02", "2026-03-04T10:15:02.1234Z"}) {
    CAPTURE(text);
    CHECK_FALSE(value("createdDate", text));
    CHECK_FALSE(value("customerSince", text));
  }
}

TEST_CASE("a value is bounded in length", "[filter]") {
  CHECK(value("name", std::string(255, 'a')));
  CHECK_FALSE(value("name", std::string(256, 'a')));
}

#include "vestibule/customer/record.hpp"

#include <string>

#include "tests/support/catch.hpp"

namespace {

using namespace vestibule;
using catalogue::Field;
using customer::ValueKind;

TEST_CASE("a record is written as a JSON object, values of every kind", "[customer]") {
  customer::Record record;
  std::string text;
  customer::append_json(text, record);
  CHECK(text == "{}");

  record.values = {{Field::name, ValueKind::string, "O'Brien \"& S\u00f6hne\"\n", {}},
                   {Field::number_of_employees, ValueKind::number, "10", {}},
                   {Field::payment_methods, ValueKind::array, "", {"ACH", "a\"b"}},
                   {Field::tax_exempt, ValueKind::boolean_true, "", {}},
                   {Field::billing_proration_enabled, ValueKind::boolean_false, "", {}},
                   {Field::fax, ValueKind::null, "", {}}};
  text.clear();
  customer::append_json(text, record);
  CHECK(
      text ==
      "{\"name\":\"O'Brien \\\"& S\u00f6hne\\\"\\n\",\"numberOfEmployees\":10,\"paymentMethods\":[\"ACH\",\"a\\\"b\"],"
      "\"taxExempt\":true,\"billingProrationEnabled\":false,\"fax\":null}");
}

TEST_CASE("find gives the value of a field, or nothing", "[customer]") {
  customer::Record record;
  record.values = {{Field::name, ValueKind::string, "Acme", {}}};
  REQUIRE(record.find(Field::name) != nullptr);
  CHECK(record.find(Field::name)->text == "Acme");
  CHECK(record.find(Field::email) == nullptr);
}

}  // namespace

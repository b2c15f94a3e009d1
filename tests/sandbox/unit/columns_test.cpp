#include "columns.hpp"

#include "temporary.hpp"
#include "tests/support/catch.hpp"

using namespace vestibule;
using namespace vestibule::sandbox;

TEST_CASE("every field of the catalogue but embedded records and reserved names has a column", "[columns]") {
  const catalogue::FieldRange fields = catalogue::fields_of(catalogue::Entity::customer);
  for (std::size_t i = fields.begin; i < fields.end; ++i) {
    const catalogue::FieldInfo& field = catalogue::field_table[i];
    CAPTURE(field.name);
    const bool stored = field.kind != catalogue::Kind::records && field.kind != catalogue::Kind::reserved;
    CHECK(find_column(field.name).has_value() == stored);
    if (stored) CHECK(columns()[column_of(*catalogue::find_field(field.name))].name == field.name);
  }
  CHECK(find_column("signupToken"));
  CHECK_FALSE(find_column("rowid"));
}

TEST_CASE("a customer without values is answered with null, and with 0 for metrics", "[columns]") {
  std::string text;
  append_customer(text, Values(columns().size()), true);
  CHECK(text.starts_with("{\"name\":null,"));
  CHECK(text.find("\"numberOfEmployees\":null") != text.npos);
  CHECK(text.find("\"todayARR\":0,\"todayCMRR\":0,\"totalTCV\":0") != text.npos);
  CHECK(text.ends_with("\"contacts\":[]}"));
}

TEST_CASE("values are answered by their kind: text escaped, literals as they came", "[columns]") {
  Values values(columns().size());
  for (Change& change :
       customer_named("a\"b\\", {{"annualRevenue", "1.50"}, {"taxExempt", "true"}, {"billCycleDay", "3"}})) {
    values[change.column] = change.value;
  }
  std::string text;
  append_customer(text, values, false);
  CHECK(text.find(R"("name":"a\"b\\")") != text.npos);
  CHECK(text.find("\"annualRevenue\":1.50,") != text.npos);
  CHECK(text.find("\"taxExempt\":true,") != text.npos);
  CHECK(text.find("\"billCycleDay\":\"3\",") != text.npos);
  CHECK(text.find("contacts") == text.npos);
}

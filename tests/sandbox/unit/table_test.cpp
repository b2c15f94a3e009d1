#include "table.hpp"

#include "temporary.hpp"
#include "tenant.hpp"
#include "tests/support/catch.hpp"

using namespace vestibule;
using namespace vestibule::sandbox;

TEST_CASE("every field of the catalogue but embedded records and reserved names has a column", "[table]") {
  for (const catalogue::Entity entity : {catalogue::Entity::customer, catalogue::Entity::contact}) {
    const Table& table = entity == catalogue::Entity::customer ? customers_table() : contacts_table();
    const catalogue::FieldRange fields = catalogue::fields_of(entity);
    for (std::size_t i = fields.begin; i < fields.end; ++i) {
      const catalogue::FieldInfo& field = catalogue::field_table[i];
      CAPTURE(field.name);
      const bool stored = field.kind != catalogue::Kind::records && field.kind != catalogue::Kind::reserved;
      CHECK(table.find(field.name).has_value() == stored);
    }
    CHECK_FALSE(table.find("rowid"));
  }
  CHECK(customers_table().find("signupToken"));
}

TEST_CASE("a record without values is answered with null, and with 0 for money", "[table]") {
  std::string text;
  append_object(text, Values{customers_table()}, ",\"contacts\":[]");
  CHECK(text.starts_with("{\"name\":null,"));
  CHECK(text.find("\"numberOfEmployees\":null") != text.npos);
  CHECK(text.find("\"todayARR\":0,\"todayCMRR\":0,\"totalTCV\":0") != text.npos);
  CHECK(text.ends_with(",\"contacts\":[]}"));
}

TEST_CASE("values are answered by their kind: text escaped, literals as they came, money from cents", "[table]") {
  Values values{customers_table()};
  for (Change& change :
       customer_named("a\"b\\", {{"annualRevenue", "1.50"}, {"taxExempt", "true"}, {"billCycleDay", "3"}})) {
    values[change.column] = change.value;
  }
  values.set("todayARR", 120005);
  std::string text;
  append_object(text, values);
  CHECK(text.find(R"("name":"a\"b\\")") != text.npos);
  CHECK(text.find("\"annualRevenue\":1.50,") != text.npos);
  CHECK(text.find("\"taxExempt\":true,") != text.npos);
  CHECK(text.find("\"billCycleDay\":\"3\",") != text.npos);
  CHECK(text.find("\"todayARR\":1200.05,") != text.npos);
}

TEST_CASE("a hidden column is not answered", "[table]") {
  Values values{contacts_table()};
  values["emailKey"] = "a@b.example";
  std::string text;
  append_object(text, values);
  CHECK(text.find("emailKey") == text.npos);
}

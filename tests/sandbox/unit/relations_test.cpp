// The tables hold the members by which the core says that records name each other.
#include "vestibule/relations/relation.hpp"

#include "order_tables.hpp"
#include "tenant.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace vestibule;
using namespace vestibule::sandbox;

const Table& table_of(relations::Record record) {
  constexpr const Table& (*tables[relations::record_count])() = {
      customers_table, contacts_table,     orders_table,   order_products_table, subscriptions_table,
      assets_table,    entitlements_table, invoices_table, invoice_items_table};
  return tables[static_cast<std::size_t>(record)]();
}

TEST_CASE("every relation is a column that holds a UUID", "[relations]") {
  for (const relations::Relation& relation : relations::all()) {
    CAPTURE(to_string(relation.many), relation.member);
    const auto place = table_of(relation.many).find(relation.member);
    REQUIRE(place);
    CHECK(table_of(relation.many).columns()[*place].kind == ColumnKind::uuid);
  }
}

}  // namespace

#include "vestibule/catalogue/picklist.hpp"

#include "tests/support/catch.hpp"

namespace {

using namespace vestibule::catalogue;

TEST_CASE("find_value answers with the list's own spelling", "[catalogue][F02]") {
  CHECK(find_value(built_in(Picklist::record_type), "business") == "Business");
  CHECK(find_value(built_in(Picklist::industry), "FOOD & BEVERAGE") == "Food & Beverage");
  CHECK(find_value(built_in(Picklist::record_type), "Private").empty());  // of another list
  CHECK(find_value(built_in(Picklist::record_type), "Busines").empty());
  CHECK(find_value(built_in(Picklist::record_type), "").empty());
  CHECK(find_value(built_in(Picklist::none), "Business").empty());
}

TEST_CASE("a list is open or closed, and can be told in one line", "[catalogue][F02]") {
  CHECK(built_in(Picklist::industry).open);
  CHECK_FALSE(built_in(Picklist::record_type).open);
  CHECK_FALSE(built_in(Picklist::none).open);
  CHECK(joined_values(built_in(Picklist::record_type)) == "Business, Consumer");
  CHECK(joined_values(built_in(Picklist::none)).empty());
}

TEST_CASE("lists are found by their names", "[catalogue]") {
  CHECK(find_picklist("paymentTerm") == Picklist::payment_term);
  CHECK(name_of(Picklist::payment_term) == "paymentTerm");
  CHECK_FALSE(find_picklist("").has_value());
  CHECK_FALSE(find_picklist("PaymentTerm").has_value());
}

}  // namespace

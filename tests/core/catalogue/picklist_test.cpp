#include "vestibule/catalogue/picklist.hpp"

#include "tests/support/catch.hpp"

namespace {

using namespace vestibule::catalogue;

TEST_CASE("find_value answers with the list's own spelling", "[catalogue][F02]") {
  CHECK(find_value(Picklist::record_type, "business") == "Business");
  CHECK(find_value(Picklist::industry, "FOOD & BEVERAGE") == "Food & Beverage");
  CHECK(find_value(Picklist::record_type, "Private").empty());  // of another list
  CHECK(find_value(Picklist::record_type, "Busines").empty());
  CHECK(find_value(Picklist::record_type, "").empty());
  CHECK(find_value(Picklist::none, "Business").empty());
}

TEST_CASE("a list is open or closed, and can be told in one line", "[catalogue][F02]") {
  CHECK(is_open(Picklist::industry));
  CHECK_FALSE(is_open(Picklist::record_type));
  CHECK_FALSE(is_open(Picklist::none));
  CHECK(joined_values(Picklist::record_type) == "Business, Consumer");
  CHECK(joined_values(Picklist::none).empty());
}

}  // namespace

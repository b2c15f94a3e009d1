#include "router.hpp"

#include <vector>

#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

namespace {

Match find(std::string_view method, std::vector<std::string> segments) { return find_route(method, segments); }

}  // namespace

TEST_CASE("a method and a path name a route", "[router]") {
  CHECK(find("POST", {"customers"}).route == Route::create_customers);
  CHECK(find("GET", {"customers"}).route == Route::list_customers);
  CHECK(find("GET", {"customers", "x"}).route == Route::read_customer);
  CHECK(find("PATCH", {"customers", "x"}).customer_id == "x");
  CHECK(find("PATCH", {"orders", "customers", "x"}).route == Route::patch_customer);
}

TEST_CASE("an unknown method on a known path learns the known ones", "[router]") {
  CHECK(find("DELETE", {"customers", "x"}).allow == "GET, PATCH");
  CHECK(find("get", {"customers"}).allow == "GET, POST");
  CHECK(find("GET", {"orders", "customers", "x"}).allow == "PATCH");
}

TEST_CASE("any other path is unknown", "[router]") {
  for (const auto& path : std::vector<std::vector<std::string>>{
           {""}, {"customers", ""}, {"Customers"}, {"customers", "x", "y"}, {"orders", "customers"}, {"orders"}}) {
    CHECK(find("GET", path).route == Route::none);
    CHECK(find("GET", path).allow.empty());
  }
}

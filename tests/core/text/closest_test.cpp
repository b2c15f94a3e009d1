#include "vestibule/text/closest.hpp"

#include <initializer_list>
#include <string>

#include "tests/support/catch.hpp"

namespace {

std::string closest(std::string_view wanted, std::initializer_list<std::string_view> names) {
  vestibule::text::Closest closest{wanted};
  for (const std::string_view name : names) closest.offer(name);
  return std::string{closest.best()};
}

}  // namespace

TEST_CASE("the nearest name is kept, of equals the first", "[text]") {
  CHECK(closest("phnoe", {"name", "phone", "phones"}) == "phone");
  CHECK(closest("phonee", {"phones", "phoned"}) == "phones");
  CHECK(closest("EMAIL", {"emails", "email"}) == "email");
  CHECK(closest("something", {"name", "phone"}).empty());
}

TEST_CASE("short names are near only in another case, and long ones are not looked at", "[text][limit]") {
  CHECK(closest("V", {"v"}) == "v");
  CHECK(closest("fix", {"fax"}).empty());
  CHECK(closest(std::string(64, 'a'), {std::string_view{"a"}}).empty());
  const std::string long_name(65, 'a');
  CHECK(closest(long_name, {long_name}).empty());
}

#include "vestibule/catalogue/country.hpp"

#include <string>

#include "tests/support/catch.hpp"

namespace {

using vestibule::catalogue::find_country;

TEST_CASE("find_country reads a code in any case", "[catalogue][F17]") {
  CHECK(find_country("US") == "US");
  CHECK(find_country("de") == "DE");
  CHECK(find_country("gB") == "GB");
  CHECK(find_country("UK") == "GB");
  CHECK(find_country("uk") == "GB");
}

TEST_CASE("find_country finds the 249 assigned codes among all pairs of letters, UK and XK", "[catalogue][F17]") {
  int found = 0;
  for (char a = 'A'; a <= 'Z'; ++a) {
    for (char b = 'A'; b <= 'Z'; ++b) found += find_country(std::string{a, b}).empty() ? 0 : 1;
  }
  CHECK(found == 249 + 2);
}

TEST_CASE("find_country finds nothing else", "[catalogue][F17]") {
  for (const std::string& text : {std::string{}, std::string{"U"}, std::string{"USA"}, std::string{"ZZ"},
                                  std::string{"U1"}, std::string("U\0", 2), std::string{"\xC3\x84"}}) {
    CHECK(find_country(text).empty());
  }
}

}  // namespace

#include "vestibule/catalogue/country.hpp"

#include <string>
#include <string_view>
#include <utility>

#include "tests/support/catch.hpp"

namespace {

using vestibule::catalogue::find_country;
using vestibule::catalogue::find_country_code;

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

TEST_CASE("find_country_code reads codes of three letters, too", "[catalogue][F17]") {
  for (const auto& [text, code] : {std::pair{"DEU", "DE"}, std::pair{"gbr", "GB"}, std::pair{"Usa", "US"},
                                   std::pair{"AND", "AD"}, std::pair{"ZWE", "ZW"}, std::pair{"XKX", "XK"},
                                   std::pair{"SRB", "RS"}, std::pair{"de", "DE"}, std::pair{"UK", "GB"}}) {
    CHECK(find_country_code(text) == code);
  }
  for (const std::string_view text : {"", "D", "GER", "ENG", "DEUT", "D U"}) CHECK(find_country_code(text).empty());
}

TEST_CASE("find_country_code finds the 250 assigned codes among all of three letters", "[catalogue][F17]") {
  int found = 0;
  for (char a = 'A'; a <= 'Z'; ++a) {
    for (char b = 'A'; b <= 'Z'; ++b) {
      for (char c = 'A'; c <= 'Z'; ++c) found += find_country_code(std::string{a, b, c}).empty() ? 0 : 1;
    }
  }
  CHECK(found == 249 + 1);
}

}  // namespace

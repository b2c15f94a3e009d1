#include "vestibule/checks/checksum.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"

namespace {

using namespace vestibule::checks;

TEST_CASE("weights belong to the end of a text", "[checksum]") {
  CHECK(weighted_sum("123", "321") == 3 * 1 + 2 * 2 + 1 * 3);
  CHECK(weighted_sum("23", "321") == 2 * 2 + 1 * 3);
  CHECK(weighted_sum("0123", "321") == 3 * 1 + 2 * 2 + 1 * 3);
  CHECK(weighted_sum("2", "A") == 20);
  CHECK(weighted_sum("A", "2") == 20);
  CHECK(weighted_sum("", "321") == 0);
}

TEST_CASE("remainder reads numbers of any length", "[checksum]") {
  CHECK(remainder("", 97) == 0);
  CHECK(remainder("98", 97) == 1);
  CHECK(remainder("100000000000000000000000000000000", 97) == 61);  // 10^32
  CHECK(remainder("123456789", 1'000'000'000) == 123456789);
}

TEST_CASE("luhn finds every wrong digit and most swapped neighbours", "[checksum]") {
  const std::string right = "79927398713";  // the example of ISO/IEC 7812-1
  CHECK(luhn(right) == 0);
  for (std::size_t at = 0; at < right.size(); ++at) {
    for (char c = '0'; c <= '9'; ++c) {
      std::string text = right;
      text[at] = c;
      CAPTURE(text);
      CHECK((luhn(text) == 0) == (text == right));
    }
  }
  CHECK(luhn("79927398731") != 0);
  CHECK(luhn("27AAPFU0939F1ZV", 36) == 0);
  CHECK(luhn("27AAPFU0939F1ZW", 36) != 0);
  CHECK(luhn("") == 0);
}

TEST_CASE("the ISO 7064 systems answer 1 for right digits", "[checksum]") {
  CHECK(iso7064_mod_11_10("0794") != 1);
  CHECK(iso7064_mod_11_10("07945") == 1);  // the example of ISO 7064 for MOD 11,10
  CHECK(iso7064_mod_97_10("79444") == 1);  // 794 with 44, of ISO 7064 for MOD 97-10
  CHECK(iso7064_mod_97_10("79445") != 1);
  CHECK(iso7064_mod_97_10("3214282912345698765432161182") == 1);  // GB82WEST12345698765432, turned as ISO 13616 says
  CHECK(iso7064_mod_97_10("WEST12345698765432GB82") == 1);
}

}  // namespace

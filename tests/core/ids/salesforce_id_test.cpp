#include "vestibule/ids/salesforce_id.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"
#include "tests/support/random.hpp"
#include "vestibule/text/ascii.hpp"

namespace {

using namespace vestibule;
using ids::parse_salesforce_id;

void bad(std::string_view text, Code code) {
  CAPTURE(text);
  const auto id = parse_salesforce_id(test::ExactBlock{text}.view());
  REQUIRE_FALSE(id.ok());
  CHECK(id.error() == code);
}

TEST_CASE("15 and 18 characters of one id are equal", "[ids][I02]") {
  const auto whole = parse_salesforce_id(test::ExactBlock{"0015f00002JUZPDAA5"}.view());
  const auto part = parse_salesforce_id(test::ExactBlock{"0015f00002JUZPD"}.view());
  REQUIRE(whole.ok());
  CHECK(whole == part);
  CHECK(whole.value().id.text15() == "0015f00002JUZPD");
  CHECK(whole.value().id.object() == ids::account_prefix);
}

TEST_CASE("ids that differ by the case of a letter are different", "[ids][I03]") {
  CHECK_FALSE(parse_salesforce_id("0015f00002JUZPc") == parse_salesforce_id("0015f00002JUZPC"));
}

TEST_CASE("capitals are restored from the suffix, and said to be", "[ids][I04]") {
  for (const std::string_view text : {"001ot00000mx5kziai", "001OT00000MX5KZIAI", "001Ot00000mx5Kziai"}) {
    const auto id = parse_salesforce_id(text);
    CAPTURE(text);
    REQUIRE(id.ok());
    CHECK(id.value().id.text() == "001Ot00000mx5KzIAI");
    CHECK(id.value().case_repaired);
  }
  CHECK_FALSE(parse_salesforce_id("001Ot00000mx5KzIAI").value().case_repaired);
}

TEST_CASE("a suffix that cannot be is refused", "[ids][I05]") {
  bad("0015f00002JUZPDAA6", Code::id_checksum);
  bad("0015f00002JUZPD5AA", Code::id_checksum);
  bad("0015f00002JUZPDAA9", Code::id_checksum);
}

TEST_CASE("other lengths and characters are no id", "[ids][I06]") {
  for (std::size_t size = 0; size <= 20; ++size) {
    if (size != 15 && size != 18) bad(std::string(size, '0'), Code::id_syntax);
  }
  bad("0015f00002JUZ_D", Code::id_syntax);
  bad("0015f00002JUZPDAA\xFF", Code::id_syntax);
  bad(std::string("0015f00002JUZP\0", 15), Code::id_syntax);
}

TEST_CASE("every id survives the loss of its capitals when it has its suffix", "[ids][property]") {
  constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  test::Random random{18};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 15; ++i) text.push_back(random.pick(alphabet));
    const auto id = parse_salesforce_id(text);
    REQUIRE(id.ok());
    std::string upper{id.value().id.text()};
    std::string lower = upper;
    for (char& c : upper) c = text::to_upper(c);
    for (char& c : lower) c = text::to_lower(c);
    CAPTURE(text);
    CHECK(parse_salesforce_id(upper).value().id == id.value().id);
    CHECK(parse_salesforce_id(lower).value().id == id.value().id);
  }
}

}  // namespace

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

TEST_CASE("a suffix of other capitals than those that are there is refused", "[ids][I05]") {
  bad("001XX00000kpHGvQAM", Code::id_checksum);  // printed in Nue's documents: made up
  bad("003XX00000fjR1AQAU", Code::id_checksum);
  bad("001Ot00000mx5kzIAI", Code::id_checksum);
  bad("0015f00002JUZPDAA4", Code::id_checksum);
}

TEST_CASE("other lengths and characters are no id", "[ids][I06]") {
  for (std::size_t size = 0; size <= 20; ++size) {
    if (size != 15 && size != 18) bad(std::string(size, '0'), Code::id_syntax);
  }
  bad("0015f00002JUZ_D", Code::id_syntax);
  bad("0015f00002JUZPDAA\xFF", Code::id_syntax);
  bad(std::string("0015f00002JUZP\0", 15), Code::id_syntax);
}

std::string any_id(test::Random& random) {
  constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  std::string text;
  for (int i = 0; i < 15; ++i) text.push_back(random.pick(alphabet));
  return text;
}

TEST_CASE("every id survives the loss of its capitals when it has its suffix", "[ids][property]") {
  test::Random random{18};
  for (int round = 0; round < 2000; ++round) {
    const std::string text = any_id(random);
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

// Equality of ids is that of their canonical texts, so it is reflexive, symmetric and transitive by itself; what is to be shown
// is that every way to write an id leads to one canonical text, and no other id to it.
TEST_CASE("no letter that is in the wrong case leads to another id", "[ids][I05][property]") {
  test::Random random{6};
  for (int round = 0; round < 2000; ++round) {
    const std::string text15 = any_id(random);
    std::string damaged{parse_salesforce_id(text15).value().id.text()};
    for (char& c : damaged) c = random.chance(20) ? text::to_upper(c) : random.chance(20) ? text::to_lower(c) : c;
    const auto id = parse_salesforce_id(damaged);
    CAPTURE(text15, damaged);
    CHECK((!id.ok() || id.value().id.text15() == text15));
  }
}

TEST_CASE("every way to write an id has one canonical text, which is its own", "[ids][L5][property]") {
  test::Random random{5};
  for (int round = 0; round < 2000; ++round) {
    const std::string text15 = any_id(random);
    const auto id = parse_salesforce_id(text15);
    REQUIRE(id.ok());
    const std::string canonical{id.value().id.text()};
    CAPTURE(text15, canonical);
    CHECK(canonical.substr(0, 15) == text15);
    CHECK_FALSE(id.value().case_repaired);
    const auto again = parse_salesforce_id(canonical);
    REQUIRE(again.ok());
    CHECK(again.value().id.text() == canonical);
    CHECK_FALSE(again.value().case_repaired);
    CHECK(parse_salesforce_id(again.value().id.text15()).value().id == id.value().id);
    std::string lost = canonical;
    for (char& c : lost) c = round % 2 == 0 ? text::to_upper(c) : text::to_lower(c);
    const auto repaired = parse_salesforce_id(lost);
    REQUIRE(repaired.ok());
    CHECK(repaired.value().id.text() == canonical);
    CHECK(repaired.value().case_repaired == (lost != canonical));
  }
}

TEST_CASE("ids that differ in one character, if only by its case, are two", "[ids][L3][L5][property]") {
  test::Random random{3};
  for (int round = 0; round < 2000; ++round) {
    const std::string text15 = any_id(random);
    std::string other = text15;
    char& c = other[random.below(15)];
    const char was = c;
    c = text::is_upper(c) ? text::to_lower(c) : text::to_upper(c);
    if (c == was) c = c == '9' ? '0' : static_cast<char>(c + 1);
    CAPTURE(text15, other);
    CHECK_FALSE(parse_salesforce_id(text15).value().id == parse_salesforce_id(other).value().id);
  }
}

}  // namespace

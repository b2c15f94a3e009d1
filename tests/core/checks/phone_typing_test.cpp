#include "vestibule/checks/phone_typing.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"
#include "tests/support/random.hpp"
#include "vestibule/atlas/builtin.hpp"

namespace {

using namespace vestibule;
using checks::TypedPhone;

TypedPhone typed(std::string_view text, std::size_t caret, std::string_view country) {
  const atlas::PhonePlans& plans = atlas::builtin().phones();
  return checks::format_typed_phone(test::ExactBlock{text}.view(), caret, plans, country);
}

// Text with "|" where the caret is.
std::string with_caret(std::string_view marked, std::string_view country) {
  const std::size_t caret = marked.find('|');
  std::string text{marked};
  text.erase(caret, 1);
  TypedPhone shown = typed(text, caret, country);
  shown.text.insert(shown.caret, "|");
  return shown.text;
}

std::string kept(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if ((c >= '0' && c <= '9') || (c == '+' && out.empty())) out.push_back(c);
  }
  return out;
}

TEST_CASE("a number takes shape digit by digit", "[phone][typing]") {
  CHECK(with_caret("41|", "US") == "41|");
  CHECK(with_caret("4155552671|", "US") == "(415) 555-2671|");
  CHECK(with_caret("1415|", "US") == "1 415|");
  CHECK(with_caret("02079460018|", "GB") == "020 7946 0018|");
  CHECK(with_caret("0301234|", "DE") == "030 1234|");
  CHECK(with_caret("+442079460018|", "") == "+44 20 7946 0018|");
  CHECK(with_caret("+4|", "") == "+4|");
  CHECK(with_caret("0612345678|", "FR") == "06 12 34 56 78|");
  CHECK(with_caret("0114420794|", "US") == "011 44 20 794|");
  CHECK(with_caret("12345|", "") == "12345|");
}

TEST_CASE("the caret stays behind its digit", "[phone][typing]") {
  CHECK(with_caret("(415) 5|55-2671", "US") == "(415) 5|55-2671");
  CHECK(with_caret("(4159|) 555-267", "US") == "(415) 9|55-5267");
  CHECK(with_caret("|(415) 555-2671", "US") == "|(415) 555-2671");
  CHECK(with_caret("(415)| 555-2671", "US") == "(415|) 555-2671");
}

TEST_CASE("a text with more in it than a number comes back as it is", "[phone][typing]") {
  for (const std::string_view text : {"call me", "+1 415 555 2671 x12", "a", "", "\U0001f4de415"}) {
    CHECK(typed(text, 1, "US") == TypedPhone{std::string{text}, std::min<std::size_t>(1, text.size())});
  }
  CHECK(typed("\U0001f4de", 99, "US").caret == 2);
}

TEST_CASE("digits stay, the caret's digits stay, and twice is once", "[phone][typing][property]") {
  constexpr std::string_view countries[] = {"US", "GB", "DE", "FR", "IT", "AR", "BR", "MX", "JP", "CN",
                                            "IN", "RU", "AU", "CH", "AT", "NL", "SE", "",   "AG", "ZZ"};
  constexpr std::string_view characters = "0123456789012345678901234567890123456789 -()./+";
  test::Random random{4155552671U};
  for (int round = 0; round < 20'000; ++round) {
    std::string text = random.below(3) == 0 ? "+" : random.below(2) == 0 ? "0" : "";
    const std::size_t size = random.below(22);
    while (text.size() < size) text.push_back(characters[random.below(characters.size())]);
    if (kept(text).find('+', 1) != std::string::npos) continue;
    const std::string_view country = countries[random.below(std::size(countries))];
    const std::size_t caret = random.below(text.size() + 1);
    CAPTURE(text, country, caret);
    const TypedPhone shown = typed(text, caret, country);
    if (text.find('+', 1) != std::string::npos) continue;
    REQUIRE(kept(shown.text) == kept(text));
    REQUIRE(kept(shown.text.substr(0, shown.caret)) == kept(text.substr(0, caret)));
    REQUIRE(typed(shown.text, shown.caret, country) == shown);
  }
}

}  // namespace

#include "vestibule/text/match_key.hpp"

#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"

// Every code point is compared with the definition over another implementation in unicode.test.ts.

namespace {

using namespace vestibule::text;
using vestibule::test::ExactBlock;

void folds(std::string_view input, std::string_view expected) {
  CAPTURE(input);
  const ExactBlock block{input};
  CHECK(fold(block.view()) == expected);
  CHECK(fold(expected) == expected);
}

void key(std::string_view input, std::string_view expected) {
  CAPTURE(input);
  const ExactBlock block{input};
  CHECK(match_key(block.view()) == expected);
  CHECK(match_key(expected) == expected);
}

TEST_CASE("fold is the same in every locale", "[text][match_key][U22]") {
  folds("Acme", "acme");
  folds("\u0130", "i\u0307");  // capital I with dot
  folds("\u0131", "\u0131");   // dotless i stays apart from i
  folds("Stra\u00dfe", "strasse");
  folds("STRA\u1e9eE", "strasse");
  folds("\u017f", "s");  // long s
  folds("\u03a3\u03c3\u03c2", "\u03c3\u03c3\u03c3");
  folds("\u13a0\uab70", "\u13a0\u13a0");  // Cherokee folds to capitals
}

TEST_CASE("fold unfolds width and ligatures", "[text][match_key][U14]") {
  folds("\ufb01", "fi");
  folds("\uff21cme", "acme");
  folds("\u2460\u00bd", "11\u20442");
  folds("\u337f", "\u682a\u5f0f\u4f1a\u793e");
  folds("\U0001D400", "a");
  folds("\u212b\u00e5", "\u00e5\u00e5");
}

TEST_CASE("what is ignorable is no part of a key", "[text][match_key]") {
  folds("ac\u200bme\u00ad\u2060", "acme");
  folds("\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u062e");
  folds("\u845b\U000E0100", "\u845b");
}

TEST_CASE("match_key keeps words and makes one space of all between", "[text][match_key]") {
  key("  Acme,  Ltd. ", "acme ltd");
  key("O\u2019Brien & S\u00f6hne", "o brien s\u00f6hne");
  key("A-12", "a 12");
  key("\u30b9\u30fc\u30d1\u30fc", "\u30b9\u30fc\u30d1\u30fc");
  key("\uff71\uff70", "\u30a2\u30fc");
  key("x\u0301 y", "x\u0301 y");
  key("\u0661\u0662", "\u0661\u0662");
  key("", "");
  key(" \t", "");
}

TEST_CASE("a name of symbols alone keeps them", "[text][match_key]") {
  key("!!!", "!!!");
  key(" + - ", "+-");
  key("\U0001F3A4", "\U0001F3A4");
}

}  // namespace

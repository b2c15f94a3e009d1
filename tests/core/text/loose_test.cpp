#include "vestibule/text/loose.hpp"

#include <string>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"

namespace {

using namespace vestibule;

bool equal(std::string_view a, std::string_view b) {
  return text::loosely_equal(test::ExactBlock{a}.view(), test::ExactBlock{b}.view());
}

TEST_CASE("names are equal whatever their accents, capitals, punctuation and spaces", "[loose]") {
  CHECK(equal("S\u00e3o Paulo", "SAO PAULO"));
  CHECK(equal("\u0110\u00e0 N\u1eb5ng", "da nang"));
  CHECK(equal("Antigua & Barbuda", "Antigua and Barbuda"));
  CHECK(equal("St. Kitts", "Saint Kitts"));
  CHECK(equal("C\u00f4te d\u2019Ivoire", "cote d'ivoire"));
  CHECK(equal("Stra\u00dfe", "STRASSE"));
  CHECK(equal("\u041c\u041e\u0421\u041a\u0412\u0410", "\u041c\u043e\u0441\u043a\u0432\u0430"));
  CHECK(equal("\u0395\u03bb\u03bb\u03ac\u03b4\u03b1", "\u0395\u039b\u039b\u0391\u0394\u0391"));
  CHECK(equal("U.S.A.", "usa"));
  CHECK(equal("e\u0301", "\u00e9"));
  CHECK(equal("", "..."));
}

TEST_CASE("other letters make other names", "[loose]") {
  CHECK_FALSE(equal("Niger", "Nigeria"));
  CHECK_FALSE(equal("Stadt", "Saintadt"));
  CHECK_FALSE(equal("a", ""));
  CHECK_FALSE(equal("\u6771\u4eac", "\u4eac\u90fd"));
  CHECK_FALSE(equal("1", "2"));
}

TEST_CASE("without_accents keeps capitals and other scripts", "[loose]") {
  CHECK(text::without_accents("B\u00e0 R\u1ecba\u2013V\u0169ng T\u00e0u") == "Ba Ria-Vung Tau");
  CHECK(text::without_accents("\u0110 \u6771") == "D \u6771");
}

TEST_CASE("a reader says where words begin", "[loose]") {
  text::LooseReader reader{"St. O'Neil, x"};
  std::string letters;
  for (char32_t c = reader.next(); c != 0; c = reader.next()) {
    if (reader.began_word()) letters += '|';
    letters += static_cast<char>(c);
  }
  CHECK(letters == "|saint|oneil|x");
}

}  // namespace

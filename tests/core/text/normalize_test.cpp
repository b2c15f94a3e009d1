#include "vestibule/text/normalize.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"
#include "tests/support/random.hpp"
#include "vestibule/text/utf8.hpp"

// Every code point, and many sequences, are compared with another implementation in unicode.test.ts.

namespace {

using namespace vestibule::text;
using vestibule::test::ExactBlock;

void becomes(std::string_view input, std::string_view expected) {
  CAPTURE(input);
  const ExactBlock block{input};
  std::string out = "|";  // what is there already stays
  const bool changed = to_nfc(block.view(), out);
  CHECK(changed == (input != expected));
  CHECK(out == (changed ? "|" + std::string{expected} : "|"));
  CHECK(is_nfc(block.view()) == !changed);
}

TEST_CASE("to_nfc leaves NFC alone and copies nothing", "[text][nfc]") {
  for (const std::string_view text : {"", "Acme", "\u00e9", "\u6f22\u5b57", "\uac00\uac01", "\U0001F3A4", "x\u0301"})
    becomes(text, text);
}

TEST_CASE("to_nfc composes, decomposes and puts marks in order", "[text][nfc][U13]") {
  becomes("e\u0301", "\u00e9");
  becomes("abce\u0301xyz", "abc\u00e9xyz");
  becomes("\u212b", "\u00c5");
  becomes("a\u0302\u0323", "\u1ead");
  becomes("q\u0307\u0323", "q\u0323\u0307");
  becomes("\u0958", "\u0915\u093c");  // a composite that never stands in NFC
  becomes("\u1100\u1161\u11a8", "\uac01");
  becomes("\uac00\u11a8", "\uac01");
  becomes("\u2f800", "\u2f800");
  becomes("\U0002F800", "\u4e3d");
  becomes("\U00011099\U000110BA", "\U0001109A");
}

TEST_CASE("a mark composes only with a starter it can reach", "[text][nfc]") {
  becomes("e\u0300\u0301", "\u00e8\u0301");  // the same class in between
  becomes("e\u0327\u0301", "\u0229\u0301");
  becomes("e\u031b\u0301", "\u00e9\u031b");   // a lower class does not stand in the way
  becomes("e\u200d\u0301", "e\u200d\u0301");  // a starter does
  becomes("\u1100\u0301\u1161", "\u1100\u0301\u1161");
}

TEST_CASE("a long run of marks keeps its order within a class", "[text][nfc][U20]") {
  std::string input = "z";
  std::string expected = "z";
  for (int i = 0; i < 1000; ++i) input += "\u0307\u0323\u0301";
  for (int i = 0; i < 1000; ++i) expected += "\u0323";
  for (int i = 0; i < 1000; ++i) expected += "\u0307\u0301";
  // z with a dot below is a letter.
  expected.replace(0, 1 + 2, "\u1e93");
  becomes(input, expected);
}

TEST_CASE("normalising twice is normalising once", "[text][nfc][property]") {
  constexpr std::string_view parts[] = {"a",      "e",      "\u0301", "\u0323", "\u0345", "\u0344",
                                        "\u1100", "\u1161", "\u11a8", "\uac00", "\u212b", "\u0958",
                                        "\u0915", "\u093c", "\u200d", "\u1f80", "\u0313"};
  vestibule::test::Random random{15};
  for (int round = 0; round < 20'000; ++round) {
    std::string input;
    for (std::size_t count = random.below(10); count > 0; --count) input += random.pick(parts);
    std::string once;
    if (!to_nfc(input, once)) once = input;
    if (!is_nfc(once) || first_invalid_utf8(once) != once.size()) {
      CAPTURE(input, once);
      FAIL("the second pass found something");
    }
  }
}

TEST_CASE("marks_inside counts what a letter carries", "[text][nfc]") {
  CHECK(marks_inside(U'e') == 0);
  CHECK(marks_inside(0x00E9) == 1);
  CHECK(marks_inside(0x1EC7) == 2);
  CHECK(marks_inside(0x212B) == 1);
  CHECK(marks_inside(0x0301) == 0);
  CHECK(marks_inside(0x0344) == 1);
  CHECK(marks_inside(0xAC01) == 0);
}

}  // namespace

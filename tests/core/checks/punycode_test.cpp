#include "vestibule/checks/punycode.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"
#include "tests/support/random.hpp"
#include "vestibule/text/utf8.hpp"

namespace {

using namespace vestibule;
using checks::LabelCodePoints;

LabelCodePoints label_of(std::u32string_view text) {
  LabelCodePoints label;
  for (const char32_t point : text) REQUIRE(label.append(point));
  return label;
}

std::string encoded(std::u32string_view text) {
  std::string out;
  checks::append_punycode(out, label_of(text));
  return out;
}

std::u32string decoded(std::string_view text) {
  LabelCodePoints label;
  if (!checks::decode_punycode(test::ExactBlock{text}.view(), label)) return U"refused";
  std::u32string points;
  for (std::size_t i = 0; i < label.size(); ++i) points.push_back(label[i]);
  return points;
}

TEST_CASE("punycode writes and reads the samples of RFC 3492 section 7.1", "[punycode]") {
  struct Sample {
    std::u32string_view text;
    std::string_view code;
  };
  const Sample samples[] = {
      {U"\u0644\u064A\u0647\u0645\u0627\u0628\u062A\u0643\u0644\u0645\u0648\u0634\u0639\u0631\u0628\u064A\u061F",
       "egbpdaj6bu4bxfgehfvwxn"},
      {U"\u4ED6\u4EEC\u4E3A\u4EC0\u4E48\u4E0D\u8BF4\u4E2D\u6587", "ihqwcrb4cv8a8dqg056pqjye"},
      {U"3\u5E74B\u7D44\u91D1\u516B\u5148\u751F", "3B-ww4c5e180e575a65lsy2b"},
      {U"-> $1.00 <-", "-> $1.00 <--"},
      {U"b\u00FCcher", "bcher-kva"},
      {U"\U0001F4A9", "ls8h"},
      {U"", ""},
  };
  for (const Sample& sample : samples) {
    CAPTURE(sample.code);
    CHECK(encoded(sample.text) == sample.code);
    CHECK(decoded(sample.code) == std::u32string{sample.text});
  }
  CHECK(decoded("BCHER-KVA") == U"B\u00FCCHER");
}

TEST_CASE("punycode refuses what encodes nothing", "[punycode]") {
  // A digit that is none, a number that is cut off, one too large, U+D800 (a surrogate), no digits.
  for (const std::string_view text : {"a-\u00e4", "\u00e4-a", "-a_", "kv", "99999999", "ib9b", "-"}) {
    CAPTURE(text);
    CHECK(decoded(text) == U"refused");
  }
}

TEST_CASE("a label has room for 256 code points", "[punycode][limit]") {
  const std::string most = std::string(256, 'a') + "-";
  CHECK(decoded(most).size() == 256);
  CHECK(decoded("a" + most) == U"refused");
  LabelCodePoints label = label_of(std::u32string(256, U'a'));
  CHECK_FALSE(label.append(U'a'));
  CHECK(encoded(std::u32string(256, U'\U0010FFFF')).size() > 256);
}

TEST_CASE("every label is read as it was written", "[punycode][property]") {
  test::Random random{3492};
  for (int round = 0; round < 5'000; ++round) {
    std::u32string text;
    for (std::size_t n = random.below(20); n > 0; --n) {
      const std::size_t spread = random.chance(50) ? 0x200 : 0x110000;
      const auto point = static_cast<char32_t>(random.below(spread));
      if (point < 0xD800 || point > 0xDFFF) text.push_back(point);
    }
    const std::string code = encoded(text);
    CAPTURE(code);
    REQUIRE(decoded(code) == text);
  }
}

}  // namespace

#include "vestibule/text/clean.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"
#include "tests/support/random.hpp"
#include "vestibule/text/utf8.hpp"

namespace {

using namespace vestibule::text;
using vestibule::test::ExactBlock;

struct Outcome {
  Cleaned report;
  std::string text;
};

Outcome cleaned(std::string_view input, Lines lines = Lines::one) {
  const ExactBlock block{input};
  std::string out = "|";  // what is there already stays
  Outcome outcome{clean(block.view(), lines, out), {}};
  CHECK(out.front() == '|');
  if (!outcome.report.changed) CHECK(out == "|");
  outcome.text = outcome.report.changed ? out.substr(1) : std::string{input};
  return outcome;
}

void one_line(std::string_view input, std::string_view expected) {
  CAPTURE(input);
  CHECK(cleaned(input).text == expected);
}

TEST_CASE("clean says nothing about a clean text and copies nothing", "[text][clean]") {
  for (const std::string_view text : {"Acme", "O'Brien & S\u00f6hne GmbH", "\u674e", "a b"}) {
    const Cleaned report = cleaned(text).report;
    CAPTURE(text);
    CHECK_FALSE(report.changed);
    CHECK_FALSE(report.refused());
    CHECK(report.visible);
    CHECK(report.lines == 1);
    CHECK(report.length_utf16 == utf16_length(text));
  }
}

TEST_CASE("clean trims and joins white space of every kind", "[text][clean][U02]") {
  one_line("  a \u00a0 b\t\n", "a b");
  one_line("\u3000a\u2003b\u2028c\u3000", "a b c");
  one_line("\u200b a \u200b b \u200b", "a b");
}

TEST_CASE("clean keeps the lines of a text that has lines", "[text][clean][U03]") {
  const auto many = [](std::string_view input) { return cleaned(input, Lines::many); };
  CHECK(many("a\nb").text == "a\nb");
  CHECK_FALSE(many("a\nb").report.changed);
  CHECK(many("a\nb").report.lines == 2);
  CHECK(many("a\r\nb\rc\u2029d").text == "a\nb\nc\nd");
  CHECK(many("\n\n a \n\n  b \n\n").text == "a\n\nb");
  CHECK(many(" \n ").text.empty());
  CHECK(many(" \n ").report.lines == 0);
  CHECK(many("a\r\n\r\nb").report.lines == 3);
}

TEST_CASE("clean reports the first character of each kind", "[text][clean]") {
  const Cleaned report = cleaned("\a\u202e\u202d\ufdd0\ue000\u200b\ufeff\U000E0041\u001b").report;
  CHECK(report.control == U'\a');
  CHECK(report.bidi_control == 0x202E);
  CHECK(report.noncharacter == 0xFDD0);
  CHECK(report.doubtful == 0xE000);
  CHECK(report.removed == 0x200B);
  CHECK(report.hidden == 0xE0041);
  CHECK(report.refused());
}

TEST_CASE("a text without ink is not visible", "[text][clean][U01]") {
  for (const std::string_view text : {"", " ", "\u3164", "\u2800 \u115f", "\u200b", "\u0301", "\u200d"}) {
    CAPTURE(text);
    CHECK_FALSE(cleaned(text).report.visible);
  }
}

TEST_CASE("a joiner stays only between characters that are spelled with it", "[text][clean][U08][U09]") {
  one_line("\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u200c\u062e");
  one_line("a\u200cb", "ab");
  one_line("\u200d\u0645", "\u0645");
  one_line("\u0645\u200d", "\u0645");
  one_line("\u0645\u200d \u0645", "\u0645 \u0645");
  one_line("\u0645\u200d\u200d\u0645", "\u0645\u200d\u0645");
  one_line("\u0645\u200d\u200ba", "\u0645a");
  one_line("\u0645 \u200d\u0645", "\u0645 \u0645");
}

TEST_CASE("a joiner makes one picture of emoji, and a non-joiner does not", "[text][clean][U08]") {
  one_line("\U0001F468\u200d\U0001F469\u200d\U0001F467", "\U0001F468\u200d\U0001F469\u200d\U0001F467");
  one_line("\u2764\ufe0f\u200d\U0001F525", "\u2764\ufe0f\u200d\U0001F525");
  one_line("\U0001F469\U0001F3FD\u200d\U0001F680", "\U0001F469\U0001F3FD\u200d\U0001F680");
  one_line("\U0001F468\u200c\U0001F469", "\U0001F468\U0001F469");
  one_line("\U0001F468\u200d\u0645", "\U0001F468\u0645");
  one_line("\u0915\u094d\u200d\u0937", "\u0915\u094d\u200d\u0937");
  one_line("\u0645\u200d\u064e\u0645", "\u0645\u200d\u064e\u0645");  // before a mark of every script
  one_line("\u05d0\u200d\u05d1", "\u05d0\u05d1");
}

TEST_CASE("one variation selector stays where something varies", "[text][clean][U11]") {
  for (const std::string_view text :
       {"\u2764\ufe0f", "1\ufe0f\u20e3", "\u795e\ufe00", "\u1820\u180b", "\u2229\ufe00"}) {
    CAPTURE(text);
    CHECK_FALSE(cleaned(text).report.changed);
    CHECK_FALSE(cleaned(text).report.refused());
  }
  one_line("a\ufe0f", "a");
  one_line("\ufe0fa", "a");
  one_line("\u2764 \ufe0f", "\u2764");
  one_line("e\u0301\ufe0f", "\u00e9");
  CHECK(cleaned("\u2764\ufe0f\ufe0f").report.stray_selector == 0xFE0F);
  CHECK(cleaned("\u845b\U000E0100\ufe00").report.stray_selector == 0xFE00);
}

TEST_CASE("clean composes", "[text][clean][U13]") {
  one_line("e\u0301", "\u00e9");
  one_line(" \u212b\u200b ", "\u00c5");
  one_line("\u1112\u1161\u11ab", "\ud55c");
  one_line("e\u200b\u0301", "\u00e9");  // what is dropped keeps nothing apart
  CHECK(cleaned("e\u0301").report.changed);
  CHECK(cleaned("e\u0301").report.length_utf16 == 1);
  CHECK(cleaned("\u00e9").report.length_utf16 == 1);
  CHECK(cleaned("\U0001D160").report.length_utf16 == 6);  // grows
}

TEST_CASE("clean does not compose what is refused in any form", "[text][clean][limits][U20]") {
  const auto with = [](std::string_view input, WorthComposing most) {
    std::string out;
    static_cast<void>(clean(input, Lines::one, out, most));
    return out;
  };
  // Bytes are those after cleaning and before NFC.
  CHECK(with(" ae\u0301 ", {.bytes = 4}) == "a\u00e9");
  CHECK(with(" ae\u0301 ", {.bytes = 3}) == "ae\u0301");
  CHECK(with("ae\u0323\u0302 ", {.marks = 2}) == "a\u1ec7");
  CHECK(with("ae\u0323\u0302 ", {.marks = 1}) == "ae\u0323\u0302");
  const Cleaned report = [] {
    std::string out;
    return clean(" e\u0301 \u200b", Lines::one, out, {.marks = 0, .bytes = 0});
  }();
  CHECK(report.most_marks == 1);
  CHECK(report.removed == 0x200B);
  CHECK(report.visible);
  CHECK(report.length_utf16 == 2);
}

TEST_CASE("canonically equal texts have equally many marks", "[text][clean][U15]") {
  CHECK(cleaned("\u1ec7").report.most_marks == 2);
  CHECK(cleaned("e\u0323\u0302").report.most_marks == 2);
  CHECK(cleaned("\u00e9\u0302").report.most_marks == 2);
  CHECK(cleaned("\u212b").report.most_marks == 1);
  CHECK(cleaned("a\u0344").report.most_marks == 2);
  CHECK(cleaned("\u0f40\u0fb5\u0f71\u0f72").report.most_marks == 3);
  CHECK(cleaned("\u0915\u093e\u0903").report.most_marks == 0);  // these take room
}

TEST_CASE("marks are counted across characters that are dropped", "[text][clean][U15]") {
  CHECK(cleaned("e\u0301\u0302").report.most_marks == 2);
  CHECK(cleaned("e\u0301\u034f\u0302\u200d\u0303").report.most_marks == 3);
  CHECK(cleaned("e\u0301e\u0302\u0303").report.most_marks == 2);
}

TEST_CASE("cleaning twice is cleaning once", "[text][clean][property]") {
  constexpr std::string_view parts[] = {
      " ",      "\t",     "\n",         "\r",         "\r\n",   "\u00a0", "\u2028", "a",      "Z",
      "\u00e9", "\u0301", "\u0302",     "\u034f",     "\u200b", "\u200c", "\u200d", "\u200e", "\u0645",
      "\u06cc", "\u6f22", "\U000E0100", "\U0001F468", "\u3164", "\ue000", "\u00ad", "\ufe0f", "\u212b",
      "\u0344", "\u1112", "\u1161",     "\u11ab",     "\u0915", "\u094d", "\u09dc", "\u2126", "\ufa10",
      "\u0345", "1",      "\U0001D160", "\u064e",     "\u2000", "\u037e"};
  vestibule::test::Random random{20240229};
  for (int round = 0; round < 20'000; ++round) {
    std::string input;
    for (std::size_t count = random.below(12); count > 0; --count) input += random.pick(parts);
    const Lines lines = random.chance(50) ? Lines::one : Lines::many;
    std::string once = input;
    std::string out;
    const Cleaned first = clean(input, lines, out);
    if (first.changed) once = out;
    out.clear();
    const Cleaned second = clean(once, lines, out);
    if (second.changed || second.removed != no_character || second.refused() != first.refused() ||
        second.most_marks != first.most_marks || second.visible != first.visible || second.lines != first.lines) {
      CAPTURE(input, once, out);
      FAIL("the second pass found something");
    }
    CHECK(second.length_utf16 == utf16_length(once));
  }
}

TEST_CASE("trim takes white space from the ends and nothing else", "[text]") {
  CHECK(trim("") == "");
  CHECK(trim(" \u3000\n") == "");
  CHECK(trim("\u00a0a b\u2029") == "a b");
  CHECK(trim("\u200ba") == "\u200ba");
  const ExactBlock block{"\u3000\u00e9\u3000"};
  CHECK(trim(block.view()) == "\u00e9");
}

TEST_CASE("a code point is named as Unicode names it", "[text]") {
  CHECK(code_point_name(0) == "U+0000");
  CHECK(code_point_name(0x202E) == "U+202E");
  CHECK(code_point_name(0x1F3A4) == "U+1F3A4");
  CHECK(code_point_name(0x10FFFF) == "U+10FFFF");
}

}  // namespace

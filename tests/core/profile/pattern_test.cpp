#include "vestibule/profile/pattern.hpp"

#include <string>

#include "tests/support/catch.hpp"
#include "vestibule/limits.hpp"

namespace {

using namespace vestibule;
using profile::Pattern;

bool matches(std::string_view pattern, std::string_view text) {
  const auto compiled = Pattern::compile(pattern);
  CAPTURE(pattern, text);
  REQUIRE(compiled.ok());
  return compiled.value().matches(text);
}

void ok(std::string_view pattern, std::string_view text) { CHECK(matches(pattern, text)); }
void no(std::string_view pattern, std::string_view text) { CHECK_FALSE(matches(pattern, text)); }

void bad(std::string_view pattern, std::string_view what, std::size_t offset) {
  const auto compiled = Pattern::compile(pattern);
  CAPTURE(pattern);
  REQUIRE_FALSE(compiled.ok());
  CHECK(compiled.error().what == what);
  CHECK(compiled.error().offset == offset);
}

std::string times(std::size_t count, std::string_view unit) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += unit;
  return text;
}

}  // namespace

TEST_CASE("a pattern matches any part of a text unless it is anchored", "[pattern]") {
  ok("b", "abc");
  ok("", "");
  ok("", "abc");
  no("^b", "abc");
  no("b$", "abc");
  ok("^abc$", "abc");
  no("^abc$", "abcd");
  ok("^$", "");
  no("^$", "a");
  ok("a|^$", "");
  ok("(^|-)b", "a-b");
  no("(^|-)b", "ab");
}

TEST_CASE("characters, classes and escapes stand for code points", "[pattern]") {
  ok("^.$", "\u00e4");
  ok("^.$", "\U0001F3A4");
  no("^.$", "\n");
  no("^.$", "\u2028");
  ok("^[\u00e0-\u00ff]+$", "\u00e4\u00f6");
  ok("^[^a-c]$", "\U0001F3A4");
  no("^[^a-c]$", "b");
  ok("^[a-]+$", "a-");
  ok("^[a\\-z]+$", "-");
  no("^[a\\-z]+$", "b");
  ok("^[\\]]$", "]");
  ok("^[[^]$", "^");
}

TEST_CASE("the sets of ECMAScript are those of ASCII, but for white space", "[pattern]") {
  ok("^\\d\\D\\w\\W\\s\\S$", "1a_- x");
  no("^\\d$", "\u0663");
  no("^\\w$", "\u00e4");
  ok("^\\s+$", "\t\n\v\f\r \u00a0\u1680\u2003\u2028\u202f\u205f\u3000\ufeff");
  no("^\\s$", "\u200b");
  ok("^[\\d\\s]+$", "1 2");
  no("^[^\\d\\s]$", "1");
  ok("^[\\D]$", "x");
}

TEST_CASE("a code point is written by its number too", "[pattern]") {
  ok("^\\x41\\u0042\\u{43}\\u{1F3A4}$", "ABC\U0001F3A4");
  ok("^\\t\\n\\v\\f\\r$", "\t\n\v\f\r");
  ok("^\\0$", std::string_view{"\0", 1});
  ok(R"(^\.\*\/\(\)\[\]\{\}\|\?\+\^\$\\$)", R"(.*/()[]{}|?+^$\)");
}

TEST_CASE("repeats take what they say", "[pattern]") {
  for (const auto* pattern : {"^a?$", "^a{0,1}$"}) {
    ok(pattern, "");
    ok(pattern, "a");
    no(pattern, "aa");
  }
  for (const auto* pattern : {"^(?:ab)+$", "^(ab){1,}$", "^ab(ab)*$", "^ab(ab){0,}$"}) {
    no(pattern, "");
    ok(pattern, "ab");
    ok(pattern, "ababab");
    no(pattern, "aba");
  }
  no("^a{2,4}$", "a");
  ok("^a{2,4}$", "aa");
  ok("^a{2,4}$", "aaaa");
  no("^a{2,4}$", "aaaaa");
  ok("^a{0}$", "");
  no("^a{0}$", "a");
  ok("^(a|b){3}$", "aba");
  no("^(a|b){3}$", "ab");
  ok("^((a{1,2}b){2}|c)d$", "aababd");
  no("^((a{1,2}b){2}|c)d$", "aabd");
}

TEST_CASE("empty repeats end", "[pattern]") {
  ok("^(a*)*$", "aaa");
  ok("^(a?){0,3}b$", "aab");
  ok("^()*()+(){3}$", "");
  ok("^(^a|$)+$", "a");
  no("^(a*)+$", "b");
}

TEST_CASE("what is not known is refused where it stands", "[pattern]") {
  bad("a(b", "this group is not closed", 1);
  bad("a)b", "no group is open here", 1);
  bad("(?=a)", "of the groups with ? only (?:...) is known", 0);
  bad("(?<n>a)", "of the groups with ? only (?:...) is known", 0);
  bad("a*?", "lazy repeats are not known", 2);
  bad("a{2}?", "lazy repeats are not known", 4);
  bad("a**", "there is nothing to repeat", 2);
  bad("^*", "there is nothing to repeat", 1);
  bad("|{2}", "there is nothing to repeat", 1);
  bad("a{2", "write counts as {2}, {2,} or {2,5}", 1);
  bad("a{,2}", "write counts as {2}, {2,} or {2,5}", 2);
  bad("a{x}", "write counts as {2}, {2,} or {2,5}", 2);
  bad("a{3,2}", "the first count is above the second", 1);
  bad("a}", "write a backslash before this bracket", 1);
  bad("a]", "write a backslash before this bracket", 1);
  bad("[a", "this class is not closed", 0);
  bad("[a-", "this class is not closed", 0);
  bad("[]", "this class is empty", 0);
  bad("[^]", "this class is empty", 0);
  bad("[z-a]", "this range goes backwards", 1);
  bad("[a-\\d]", "a range goes from one character to another", 1);
  bad("[\\w-z]", "a range goes from one character to another", 1);
  bad("a\\", "a backslash stands before something", 1);
  bad("\\b", "this escape is not known", 0);
  bad("\\1", "this escape is not known", 0);
  bad("\\p{L}", "this escape is not known", 0);
  bad("\\-", "this escape is not known", 0);
  bad("\\\u00e4", "this escape is not known", 0);
  bad("\\x4", "hexadecimal digits are missing", 0);
  bad("\\u{}", "hexadecimal digits are missing", 0);
  bad("\\u{41", "hexadecimal digits are missing", 0);
  bad("\\u{110000}", "no character has this number", 0);
  bad("\\ud800", "no character has this number", 0);
  bad("\\01", "write this character as \\x and two digits", 0);
}

TEST_CASE("patterns are bounded before they are worked on", "[pattern][limit]") {
  const std::string_view too_many = "it takes too many steps once repeats are written out";
  CHECK(Pattern::compile(times(512, "a")).ok());
  bad(times(513, "a"), "it is too long", 512);
  CHECK(Pattern::compile(times(16, "(") + times(16, ")")).ok());
  bad(times(17, "(") + times(17, ")"), "groups are nested too deep", 16);
  CHECK(Pattern::compile("a{1000}").ok());
  bad("a{1001}", "this count is too high", 2);
  bad("a{99999999999999999999999}", "this count is too high", 2);
  CHECK(Pattern::compile("(a{33}){31}").value().steps() == 1'024);
  bad("(a{32}){32}", too_many, 7);
  bad("((a{9}){9}){9}{9}", "there is nothing to repeat", 14);
  bad("(((a{9}){9}){9}){9}", too_many, 16);
  CHECK(Pattern::compile("[a-z]{0,511}").ok());
  bad("[a-z]{0,512}", too_many, 5);
}

TEST_CASE("patterns that take a backtracking matcher for ever are matched at once", "[pattern][linear]") {
  const std::string many = times(4'000, "a");
  no("^(a+)+$", many + "!");
  no("^(a|a)*$", many + "!");
  no("^(a|aa)+$", many + "!");
  no("(.*a){12}b", many);
  no("^((a?){30}a{30})*b$", many);
}

#include "vestibule/checks/email.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"
#include "vestibule/atlas/builtin.hpp"

namespace {

using namespace vestibule;

Result<checks::Email, Code> parse(std::string_view text) { return checks::parse_email(test::ExactBlock{text}.view()); }

void ok(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  const auto email = parse(text);
  REQUIRE(email.ok());
  CHECK(email.value().text == expected);
  CHECK(parse(expected) == email);  // what was accepted is accepted again, unchanged
}

void bad(std::string_view text, Code code) {
  CAPTURE(text);
  const auto email = parse(text);
  REQUIRE_FALSE(email.ok());
  CHECK(email.error() == code);
}

TEST_CASE("parse_email keeps the local part's case and lowers the domain's", "[email][F04]") {
  ok("a@b.co", "a@b.co");
  ok("USER@EXAMPLE.ORG", "USER@example.org");
  ok("A@B\u00dcCHER.Example", "A@b\u00dccher.example");
}

TEST_CASE("parse_email takes every character of an atom", "[email][F03]") {
  for (int value = 0x21; value < 0x7F; ++value) {
    const char c = static_cast<char>(value);
    const std::string text = std::string{"a"} + c + "b@c.de";
    const bool special = std::string_view{"\"(),:;<>@[\\]"}.find(c) != std::string_view::npos;
    CAPTURE(text);
    CHECK(parse(text).ok() == !special);
  }
}

TEST_CASE("parse_email says when an address needs SMTPUTF8", "[email][F08]") {
  CHECK(parse("j\u00f6rg@example.de").value().international);
  CHECK(parse("user@b\u00fccher.example").value().international);
  CHECK_FALSE(parse("user@xn--bcher-kva.example").value().international);
  bad("a\u00a0b@c.de", Code::email_syntax);
  bad("a\u200bb@c.de", Code::email_syntax);
  bad("a\u202eb@c.de", Code::email_syntax);
  bad("a@b\ue000.de", Code::email_syntax);
}

TEST_CASE("a domain outside ASCII is written as every mail system can read it", "[email][idna]") {
  const checks::IdnaData idna{atlas::builtin().section("IDNA")};
  const auto with_data = [&](std::string_view text) {
    return checks::parse_email(test::ExactBlock{text}.view(), idna);
  };
  const auto becomes = [&](std::string_view text, std::string_view expected, bool international) {
    CAPTURE(text);
    const auto email = with_data(text);
    REQUIRE(email.ok());
    CHECK(email.value().text == expected);
    CHECK(email.value().international == international);
    CHECK(email.value().checked);
    CHECK(with_data(expected) == email);
  };
  becomes("user@B\u00dcCHER.example", "user@xn--bcher-kva.example", false);
  becomes("user@xn--bcher-kva.example", "user@xn--bcher-kva.example", false);
  becomes("user@\u4f8b\u5b50\u3002\u4e2d\u56fd", "user@xn--fsqu00a.xn--fiqs8s", false);
  becomes("j\u00f6rg@B\u00dcCHER.example", "j\u00f6rg@b\u00fccher.example", true);
  becomes("j\u00f6rg@xn--bcher-kva.example", "j\u00f6rg@b\u00fccher.example", true);
  becomes("\u0628\u200c\u0628@example.org", "\u0628\u200c\u0628@example.org", true);
  for (const std::string_view text : {"a@xn--a.example", "a@b\u0378.example", "a@\u00ad.example", "a@\uff11.\uff12",
                                      "a@b_\u00fc.de", "a@\u00fc-.de", "a@\u05d0a.example"}) {
    CAPTURE(text);
    CHECK(with_data(text) == Code::email_syntax);
  }
  // 45 characters that become more than 63 octets, and 60 that become more than 254 in all.
  std::string label;
  for (int i = 0; i < 60; ++i) label += "\u4e00\u9fa0";
  CHECK_FALSE(with_data("a@" + label.substr(0, 180) + ".example").ok());
}

TEST_CASE("without data a domain outside ASCII keeps its spelling, and is not checked", "[email][idna]") {
  for (const std::string_view text : {"user@b\u00fccher.example", "user@xn--bcher-kva.example", "a@xn--a.example"}) {
    CAPTURE(text);
    CHECK(parse(text).value().text == text);
    CHECK_FALSE(parse(text).value().checked);
  }
  CHECK(parse("a@b.co").value().checked);
}

TEST_CASE("parse_email refuses what is no dot-atom at a public name", "[email][F05][F09]") {
  for (const std::string_view text :
       {"", "@", "a", "a@", "@b.co", "a@b", ".a@b.co", "a.@b.co", "a..b@c.de", "a@b..co", "a@-b.co", "a@[127.0.0.1]",
        "a@1.2.3.4", "a@localhost", "\"a\"@b.co", "a b@c.de", "a@b.co ", "a@b@c.de"}) {
    bad(text, Code::email_syntax);
  }
}

TEST_CASE("an address has 254 octets and 64 before the @", "[email][limit][F06]") {
  const std::string domain_189 = std::string(63, 'b') + "." + std::string(63, 'c') + "." + std::string(61, 'd');
  const std::string local(64, 'a');
  CHECK(parse(local + "@" + domain_189).ok());
  bad(local + "@" + domain_189 + "d", Code::email_too_long);
  bad(local + "a@b.co", Code::email_too_long);
  std::string wide;
  for (int i = 0; i < 32; ++i) wide += "\u00e4";
  CHECK(parse(wide + "@b.co").ok());
  bad(wide + "a@b.co", Code::email_too_long);  // 65 octets in 33 characters
}

}  // namespace

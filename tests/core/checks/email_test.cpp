#include "vestibule/checks/email.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"

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

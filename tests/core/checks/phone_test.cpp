#include "vestibule/checks/phone.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"

namespace {

using namespace vestibule;

Result<checks::Phone, Code> parse(std::string_view text) { return checks::parse_phone(test::ExactBlock{text}.view()); }

void ok(std::string_view text, std::string_view expected, bool international = true) {
  CAPTURE(text);
  const auto phone = parse(text);
  REQUIRE(phone.ok());
  CHECK(phone.value().text == expected);
  CHECK(phone.value().international == international);
  CHECK(parse(expected) == phone);
}

void bad(std::string_view text, Code code) {
  CAPTURE(text);
  const auto phone = parse(text);
  REQUIRE_FALSE(phone.ok());
  CHECK(phone.error() == code);
}

TEST_CASE("parse_phone brings an international number to E.164", "[phone][F11]") {
  ok("+14155552671", "+14155552671");
  ok("+1 (415) 555-2671", "+14155552671");
  ok("tel:+44-20-7946-0018", "+442079460018");
  ok("+49 (0)171/123.45 67", "+491711234567");
  ok("\uff0b\uff11\u2013\uff12\uff13\uff14", "+1234");
}

TEST_CASE("parse_phone keeps a national number as it is written", "[phone][F12]") {
  ok("0171 1234567", "0171 1234567", false);
  ok("(0171) 123-4567", "(0171) 123-4567", false);
  ok("\u0660\u0661\u0662\u0663", "0123", false);
  ok(" tel: 2024-2", "2024-2", false);
  ok("\uff54\uff45\uff4c\uff1a(415) 555-2671", "(415) 555-2671", false);
  ok("1000(000(0))", "1000(000(0))", false);
  ok("(0171 (1234567 )) x1", "(0171 (1234567)) x1", false);
  // A tilde before the last digits is an extension's.
  ok("8~10 4930~1234-", "8-10 4930-1234", false);
  ok("8~10 4930\u223c1234-", "8-10 4930-1234", false);
}

TEST_CASE("parse_phone keeps one extension of up to nine digits", "[phone][limit]") {
  ok("+14155552671x1", "+14155552671 x1");
  ok("+1 415 555 2671, ext. 1234567", "+14155552671 x1234567");
  ok("0171 1234567 EXTENSION: 12", "0171 1234567 x12", false);
  ok("[0171] 123456 [0]", "(0171) 123456 (0)", false);
  ok("tel:+14155552671;ext=12", "+14155552671 x12");
  ok("+14155552671 x123456789", "+14155552671 x123456789");
  bad("+14155552671 x1234567890", Code::phone_syntax);
  bad("+14155552671 x", Code::phone_syntax);
  ok("0171" + std::string(70, '.') + "234567,12", "0171" + std::string(70, '.') + "234567 x12", false);
  bad("0171" + std::string(71, '.') + "234567", Code::phone_syntax);
  bad("0171" + std::string(82, '.') + "234567,12", Code::phone_syntax);
  bad("+14155552671 x1 ext 2", Code::phone_syntax);
}

TEST_CASE("a phone number has 4 to 15 digits", "[phone][limit]") {
  bad("+123", Code::phone_length);
  ok("+1234", "+1234");
  ok("+123456789012345", "+123456789012345");
  bad("+1234567890123456", Code::phone_length);
  bad("123", Code::phone_length);
  ok("\uff11\uff12\uff13\uff14", "1234", false);
}

TEST_CASE("parse_phone refuses letters, stray signs and broken brackets", "[phone][F12]") {
  for (const std::string_view text : {"", "+", "()", "tel:", "++1", "1+1234", "+1 415 CALL NOW", "+0123456",
                                      "+1 (415 5555", "+1 )415( 5555", "x123", "+1\u00e44155552", "+1 415 5552671#"}) {
    bad(text, Code::phone_syntax);
  }
}

}  // namespace

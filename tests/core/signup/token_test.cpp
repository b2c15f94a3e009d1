#include "vestibule/signup/token.hpp"

#include "tests/support/catch.hpp"

using namespace vestibule::signup;

TEST_CASE("make_token writes 130 bits as 26 characters of Crockford base32", "[token]") {
  TokenBytes bytes{};
  CHECK(make_token(bytes) == "00000000000000000000000000");
  bytes.fill(0xFF);
  CHECK(make_token(bytes) == "ZZZZZZZZZZZZZZZZZZZZZZZZZZ");
  bytes.fill(0);
  bytes[0] = 0x08;  // 00001 000..: the first character is 1
  CHECK(make_token(bytes) == "10000000000000000000000000");
  bytes.fill(0);
  bytes[16] = 0x40;  // the 130th bit, the last one kept
  CHECK(make_token(bytes) == "00000000000000000000000001");
  bytes[16] = 0x3F;  // the six bits left over
  CHECK(make_token(bytes) == "00000000000000000000000000");
}

TEST_CASE("is_token takes what make_token makes and nothing else", "[token]") {
  CHECK(is_token("0123456789ABCDEFGHJKMNPQRS"));
  CHECK_FALSE(is_token(""));
  CHECK_FALSE(is_token("0123456789ABCDEFGHJKMNPQR"));
  CHECK_FALSE(is_token("0123456789ABCDEFGHJKMNPQRST"));
  for (const char letter : {'I', 'L', 'O', 'U', 'a', '&', '=', ' ', '-', '\0'}) {
    std::string text(token_length, '0');
    text[7] = letter;
    CAPTURE(letter);
    CHECK_FALSE(is_token(text));
  }
}

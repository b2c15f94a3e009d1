#include "base64.hpp"

#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

TEST_CASE("base64 of the vectors in RFC 4648 section 10, both ways", "[base64]") {
  const auto [bytes, text] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"f", "Zg=="},
      {"fo", "Zm8="},
      {"foo", "Zm9v"},
      {"foob", "Zm9vYg=="},
      {"fooba", "Zm9vYmE="},
      {"foobar", "Zm9vYmFy"},
      {"\xFB\xFF\xBE", "+/++"},
  }));
  CAPTURE(text);
  CHECK(to_base64(bytes) == text);
  CHECK(from_base64(text) == bytes);
}

TEST_CASE("every byte survives base64", "[base64]") {
  std::string bytes;
  for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
  for (std::size_t size = 0; size <= bytes.size(); ++size) {
    CHECK(from_base64(to_base64(bytes.substr(0, size))) == bytes.substr(0, size));
  }
}

TEST_CASE("a text has one spelling in base64", "[base64]") {
  const std::string text =
      GENERATE("Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm9v=", "Z", "Zm 9v", "Zm9v\n", "Zm9-", "=", "Zg==Zg==");
  CAPTURE(text);
  CHECK_FALSE(from_base64(text));
}

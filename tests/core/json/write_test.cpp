#include "vestibule/json/write.hpp"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "tests/support/catch.hpp"

namespace {

using namespace vestibule;
using namespace std::string_view_literals;

std::string written(std::string_view text) {
  std::string out;
  json::append_string(out, text);
  return out;
}

TEST_CASE("append_string escapes what it must and nothing else, as JSON.stringify does", "[json]") {
  CHECK(written("") == R"("")");
  CHECK(written("a/b'<\u00e9\u2028\U0001F3A4\x7F") == "\"a/b'<\u00e9\u2028\U0001F3A4\x7F\"");
  CHECK(written("\"\\\b\f\n\r\t") == R"("\"\\\b\f\n\r\t")");
  CHECK(written("\0\x01\x1F"sv) == "\"\\u0000\\u0001\\u001f\"");
}

TEST_CASE("another JSON reader reads back what append_string wrote", "[json]") {
  for (int byte = 0; byte < 128; ++byte) {
    const std::string text{'a', static_cast<char>(byte), 'b'};
    CAPTURE(byte);
    CHECK(nlohmann::json::parse(written(text)).get<std::string>() == text);
  }
}

TEST_CASE("append_pointer_token escapes as RFC 6901 says", "[json]") {
  std::string pointer = "/0";
  json::append_pointer_token(pointer, "a/b~c~1");
  json::append_pointer_token(pointer, "");
  CHECK(pointer == "/0/a~1b~0c~01/");
}

}  // namespace

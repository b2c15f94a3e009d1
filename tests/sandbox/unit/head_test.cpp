#include "head.hpp"

#include <string>

#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

namespace {

unsigned status(const std::string& text) {
  const auto read = read_head(text + "\r\n");
  return std::holds_alternative<Head>(read) ? 200 : std::get<HttpProblem>(read).status;
}

unsigned status_with(const std::string& headers) { return status("POST / HTTP/1.1\r\nHost: x\r\n" + headers); }

}  // namespace

TEST_CASE("a head is read into its parts", "[head]") {
  const std::string text =
      "POST /customers?a=b HTTP/1.1\r\nhOsT: x\r\nContent-Length: 12\r\nNue-Api-Key: \t k \r\nContent-Type: t\r\n"
      "Expect: 100-Continue\r\nConnection: x, Close\r\n\r\n";
  const auto read = read_head(text);
  REQUIRE(std::holds_alternative<Head>(read));
  const Head& head = std::get<Head>(read);
  CHECK(head.method == "POST");
  CHECK(head.target == "/customers?a=b");
  CHECK(head.content_length == 12);
  CHECK(head.key == "k");
  CHECK(head.content_type == "t");
  CHECK(head.expects_continue);
  CHECK(head.wants_close);
  CHECK_FALSE(head.chunked);
}

TEST_CASE("H03: lengths that two parsers could read differently are refused", "[head]") {
  CHECK(status_with("Content-Length: 5\r\n") == 200);
  CHECK(status_with("Transfer-Encoding: chunked\r\n") == 200);
  for (const char* headers :
       {"Content-Length: 5\r\nContent-Length: 6\r\n", "Content-Length: 5\r\nContent-Length: 5\r\n",
        "Content-Length: +5\r\n", "Content-Length: -5\r\n", "Content-Length: 5, 5\r\n", "Content-Length: 0x5\r\n",
        "Content-Length:\r\n", "Content-Length: 5 5\r\n", "Content-Length: 99999999999999999999\r\n",
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: chunked\r\nContent-Length: 0\r\n",
        "Transfer-Encoding: gzip, chunked\r\n", "Transfer-Encoding: chunked, identity\r\n",
        "Transfer-Encoding: xchunked\r\n", "Transfer-Encoding:\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"}) {
    CAPTURE(headers);
    CHECK(status_with(headers) == 400);
  }
  CHECK(status("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n") == 400);
}

TEST_CASE("H03: damaged header lines are refused", "[head]") {
  for (const char* headers : {"Content-Length : 5\r\n", " folded\r\n", "A: b\r\n\tc\r\n", ": x\r\n", "no colon\r\n",
                              "A\x01: b\r\n", "A: b\x01\r\n", "A: \x7f\r\n", "A(b): c\r\n"}) {
    CAPTURE(headers);
    CHECK(status_with(headers) == 400);
  }
}

TEST_CASE("a header that decides something stands once", "[head]") {
  for (const char* name : {"Host", "nue-api-key", "Content-Type", "Content-Encoding", "Expect"}) {
    CAPTURE(name);
    const std::string header = std::string{name} + ": 100-continue\r\n";
    CHECK(status_with(header + header) == 400);
  }
  CHECK(status("GET / HTTP/1.1\r\n") == 400);
  CHECK(status("GET / HTTP/1.0\r\n") == 200);
  CHECK(status_with("Expect: 200-ok\r\n") == 417);
}

TEST_CASE("a damaged request line is refused", "[head]") {
  CHECK(status("GET / HTTP/2.0\r\nHost: x\r\n") == 505);
  for (const char* line :
       {"GET  / HTTP/1.1", "GET /", "GET / HTTP/1.1 ", " GET / HTTP/1.1", "G@T / HTTP/1.1", "GET x HTTP/1.1",
        "GET http://x/ HTTP/1.1", "GET /#f HTTP/1.1", "GET /\xc3\xa9 HTTP/1.1", "GET / http/1.1"}) {
    CAPTURE(line);
    CHECK(status(std::string{line} + "\r\nHost: x\r\n") == 400);
  }
}

TEST_CASE("H06: a URL has at most 2048 bytes", "[head]") {
  const auto get = [](std::size_t size) {
    return status("GET /" + std::string(size - 1, 'a') + " HTTP/1.1\r\nHost: x\r\n");
  };
  CHECK(get(2'048) == 200);
  CHECK(get(2'049) == 414);
}

#include "head_scan.hpp"

#include <string>

#include "http_limits.hpp"
#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;
using State = HeadScan::State;

namespace {

const std::string line = "GET / HTTP/1.1\r\n";

unsigned refused_with(const std::string& text) {
  HeadScan scan;
  return scan.feed(text) == State::refused ? scan.problem().status : 0;
}

bool completes(const std::string& text) { return HeadScan{}.feed(text) == State::complete; }

}  // namespace

TEST_CASE("the end of a head is found however its bytes arrive", "[head]") {
  const std::string text = line + "Host: x\r\n\r\nbody";
  HeadScan whole;
  REQUIRE(whole.feed(text) == State::complete);
  CHECK(text.substr(whole.size()) == "body");
  HeadScan slow;
  for (std::size_t i = 1; i < whole.size(); ++i) REQUIRE(slow.feed(text.substr(0, i)) == State::need_more);
  CHECK(slow.feed(text.substr(0, whole.size())) == State::complete);
  CHECK(slow.size() == whole.size());
}

TEST_CASE("H03: a bare LF, a bare CR and an empty first line are refused", "[head]") {
  CHECK(refused_with("GET / HTTP/1.1\n") == 400);
  CHECK(refused_with(line + "Host: x\n\r\n") == 400);
  CHECK(refused_with(line + "Host: x\rY: z\r\n") == 400);
  CHECK(refused_with("\r\n") == 400);
}

TEST_CASE("H04: a head within its limits passes, one byte or line more is refused", "[head]") {
  const auto headers = [](std::size_t count) {
    std::string text = line;
    for (std::size_t i = 0; i < count; ++i) text += "A: b\r\n";
    return text + "\r\n";
  };
  CHECK(completes(headers(limits::headers_max_count)));
  CHECK(refused_with(headers(limits::headers_max_count + 1)) == 431);

  const auto one = [](std::size_t size) { return line + std::string(size, 'a') + "\r\n\r\n"; };
  CHECK(completes(one(limits::header_max_bytes)));
  CHECK(refused_with(one(limits::header_max_bytes + 1)) == 431);

  const auto three = [](std::size_t last) {
    std::string full(7'000, 'a');
    full += "\r\n";
    return line + full + full + std::string(last, 'a') + "\r\n\r\n";
  };
  CHECK(completes(three(limits::headers_max_bytes - 2 * 7'002)));
  CHECK(refused_with(three(limits::headers_max_bytes - 2 * 7'002 + 1)) == 431);
}

TEST_CASE("a line that never ends is refused as soon as it is too long", "[head]") {
  CHECK(refused_with(std::string(limits::request_line_max_bytes + 1, 'G')) == 414);
  CHECK(refused_with(line + std::string(limits::header_max_bytes + 1, 'a')) == 431);
}

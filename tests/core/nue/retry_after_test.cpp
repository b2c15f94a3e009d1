#include "vestibule/nue/retry_after.hpp"

#include "tests/support/catch.hpp"

namespace {

using vestibule::nue::parse_retry_after;

// Thu, 01 Jan 2026 00:00:00 GMT
constexpr std::uint64_t now = 1'767'225'600'000;

TEST_CASE("Retry-After is seconds or a date, at most 300 s", "[nue][L-08]") {
  CHECK(parse_retry_after("7", now) == 7'000U);
  CHECK(parse_retry_after("0", now) == 0U);
  CHECK(parse_retry_after("1000000000", now) == 300'000U);
  CHECK(parse_retry_after("Thu, 01 Jan 2026 00:00:30 GMT", now) == 30'000U);
  CHECK(parse_retry_after("Fri, 02 Jan 2026 00:00:00 GMT", now) == 300'000U);
  CHECK(parse_retry_after("Wed, 31 Dec 2025 23:59:59 GMT", now) == 0U);
}

TEST_CASE("dates count leap days", "[nue]") {
  constexpr std::uint64_t before = 1'709'164'800'000;  // 2024-02-29 00:00:00
  CHECK(parse_retry_after("Thu, 29 Feb 2024 00:00:10 GMT", before) == 10'000U);
  CHECK(parse_retry_after("Fri, 01 Mar 2024 00:00:05 GMT", before + 86'400'000) == 5'000U);
  CHECK(parse_retry_after("Thu, 01 Jan 1970 00:00:01 GMT", 0) == 1'000U);
}

TEST_CASE("any other text says nothing", "[nue][L-08]") {
  for (const char* text :
       {"", "-1", "+5", " 5", "5 ", "soon", "1.5", "0x10", "9999999999999", "Thu, 01 Jan 2026 00:00:30",
        "Thu, 1 Jan 2026 00:00:30 GMT", "Thu, 01 Jan 2026 24:00:00 GMT", "Thu, 32 Jan 2026 00:00:00 GMT",
        "Thursday, 01-Jan-26 00:00:30 GMT", "thu, 01 Jan 2026 00:00:30 GMT"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_retry_after(text, now));
  }
}

}  // namespace

#include "clock.hpp"

#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

TEST_CASE("times are written as ISO 8601 with milliseconds, in UTC", "[clock]") {
  CHECK(to_iso(0) == "1970-01-01T00:00:00.000Z");
  CHECK(to_iso(951'782'399'007) == "2000-02-28T23:59:59.007Z");
  CHECK(to_iso(951'782'400'000) == "2000-02-29T00:00:00.000Z");
  CHECK(to_iso(-1) == "1969-12-31T23:59:59.999Z");
  CHECK(year_of(951'782'400'000) == "2000");
}

TEST_CASE("a time that was written is read back, and nothing else is", "[clock]") {
  for (const Milliseconds time : {Milliseconds{0}, Milliseconds{951'782'399'007}, now()}) {
    CHECK(from_iso(to_iso(time)) == time);
  }
  for (const char* text : {"", "2000-02-29", "2000-02-30T00:00:00.000Z", "2000-02-29T24:00:00.000Z",
                           "2000-02-29 00:00:00.000Z", "2000-02-29T00:00:00.000+", "2000-02-29T00:00:00x000Z"}) {
    CAPTURE(text);
    CHECK_FALSE(from_iso(text));
  }
}

TEST_CASE("a clock runs ahead of the machine's by its skew, and stands still once frozen", "[clock]") {
  CHECK(time_of({}, 5) == 5);
  CHECK(time_of({.skew = -3}, 5) == 2);
  CHECK(time_of({.skew = 9, .frozen = 7}, 5) == 7);
  set_clock({.frozen = 1'000});
  CHECK(now() == 1'000);
  set_clock({});
  CHECK(now() >= 1'000'000'000'000);
}

#include "vestibule/gateway/pressure.hpp"

#include "intent_support.hpp"
#include "tests/support/catch.hpp"
#include "vestibule/gateway/backoff.hpp"

namespace {

using namespace vestibule;
using namespace vestibule::test;
using namespace vestibule::gateway;

constexpr std::uint32_t most = 0xFFFF'FFFF;

void fail(Pressure& pressure, int times, Millis now) {
  for (int i = 0; i < times; ++i) note(pressure, status(503), now, 0);
}

TEST_CASE("five failures in a row open the breaker for 10 to 60 s", "[gateway][pressure]") {
  Pressure pressure;
  fail(pressure, 4, begin);
  CHECK(breaker_of(pressure, begin) == Breaker::closed);
  note(pressure, rows({}), begin, 0);
  fail(pressure, 4, begin);
  CHECK(lets_pass(pressure, Call::create, begin, false));
  note(pressure, {}, begin, 0);
  CHECK(breaker_of(pressure, begin + 9'999) == Breaker::open);
  CHECK_FALSE(lets_pass(pressure, Call::probe, begin + 9'999, false));
  CHECK(breaker_of(pressure, begin + 10'000) == Breaker::half_open);
  Pressure longest;
  for (int i = 0; i < 5; ++i) note(longest, {}, begin, most);
  CHECK(breaker_of(longest, begin + 59'998) == Breaker::open);
  CHECK(breaker_of(longest, begin + 60'000) == Breaker::half_open);
}

TEST_CASE("half of twenty calls within ten seconds open it too", "[gateway][pressure]") {
  Pressure pressure;
  for (int i = 0; i < 9; ++i) {
    note(pressure, rows({}), begin, 0);
    note(pressure, status(500), begin + 9'999, 0);
  }
  note(pressure, rows({}), begin + 9'999, 0);
  CHECK(breaker_of(pressure, begin + 9'999) == Breaker::closed);
  note(pressure, status(500), begin + 9'999, 0);
  CHECK(breaker_of(pressure, begin + 9'999) == Breaker::open);
}

TEST_CASE("fewer than twenty calls, or half of them in another ten seconds, do not", "[gateway][pressure]") {
  Pressure few;
  for (int i = 0; i < 19; ++i) note(few, i % 2 == 0 ? status(500) : rows({}), begin, 0);
  CHECK(breaker_of(few, begin) == Breaker::closed);
  Pressure later = few;
  note(few, rows({}), begin + 9'999, 0);
  CHECK(breaker_of(few, begin + 9'999) == Breaker::open);
  note(later, rows({}), begin + 10'000, 0);
  CHECK(breaker_of(later, begin + 10'000) == Breaker::closed);
}

TEST_CASE("half open lets one call pass, a search before a create", "[gateway][pressure]") {
  Pressure pressure;
  fail(pressure, 5, begin);
  const Millis later = begin + 10'000;
  CHECK_FALSE(lets_pass(pressure, Call::create, later, true));
  CHECK(lets_pass(pressure, Call::probe, later, true));
  CHECK_FALSE(lets_pass(pressure, Call::probe, later, true));
  CHECK_FALSE(lets_pass(pressure, Call::create, later, false));
  Pressure failed = pressure;
  note(failed, {}, later, 0);
  CHECK(breaker_of(failed, later + 1) == Breaker::open);
  CHECK(lets_pass(failed, Call::create, later + 10'000, false));
  note(pressure, rows({}), later, 0);
  CHECK(breaker_of(pressure, later) == Breaker::closed);
  CHECK(lets_pass(pressure, Call::create, later, true));
  fail(pressure, 4, later);
  CHECK(breaker_of(pressure, later) == Breaker::closed);
}

TEST_CASE("what was under way when the breaker opened does not keep it open", "[gateway][pressure]") {
  Pressure pressure;
  fail(pressure, 5, begin);
  fail(pressure, 3, begin + 9'999);
  CHECK(breaker_of(pressure, begin + 10'000) == Breaker::half_open);
}

TEST_CASE("a call that was let through and never answered does not keep it half open for ever", "[gateway][pressure]") {
  Pressure pressure;
  fail(pressure, 5, begin);
  CHECK(lets_pass(pressure, Call::create, begin + 10'000, false));
  CHECK_FALSE(lets_pass(pressure, Call::create, begin + 24'999, false));
  CHECK(lets_pass(pressure, Call::create, begin + 25'000, false));
}

TEST_CASE("a retry that is over the budget does not take the one call from the others", "[gateway][pressure][C17]") {
  Pressure pressure;
  while (lets_pass(pressure, Call::retry, begin, false)) continue;
  fail(pressure, 5, begin);
  CHECK_FALSE(lets_pass(pressure, Call::retry, begin + 10'000, false));
  CHECK(lets_pass(pressure, Call::create, begin + 10'000, false));
}

TEST_CASE("a pause that the API asks for holds for everybody", "[gateway][pressure][C17]") {
  const auto code = static_cast<std::uint16_t>(GENERATE(429, 503));
  Pressure pressure;
  nue::Answer busy = status(code);
  busy.retry_after = "20";
  note(pressure, busy, begin, 0);
  CHECK_FALSE(lets_pass(pressure, Call::create, begin + 19'999, false));
  CHECK_FALSE(lets_pass(pressure, Call::probe, begin + 19'999, false));
  nue::Answer shorter = status(code);
  shorter.retry_after = "5";
  note(pressure, shorter, begin + 1, 0);
  CHECK_FALSE(lets_pass(pressure, Call::create, begin + 19'999, false));
  CHECK(lets_pass(pressure, Call::create, begin + 20'000, false));
}

TEST_CASE("only a 429 or a 503 asks for a pause", "[gateway][pressure][C17]") {
  Pressure pressure;
  nue::Answer failed = status(500);
  failed.retry_after = "20";
  note(pressure, failed, begin, 0);
  CHECK(lets_pass(pressure, Call::create, begin, false));
}

TEST_CASE("retries are a tenth of the minute's creates, and ten in any case", "[gateway][pressure][C17]") {
  Pressure pressure;
  int retries = 0;
  while (lets_pass(pressure, Call::retry, begin, false)) ++retries;
  CHECK(retries == 10);
  for (int i = 0; i < 120; ++i) CHECK(lets_pass(pressure, Call::create, begin, false));
  while (lets_pass(pressure, Call::retry, begin, false)) ++retries;
  CHECK(retries == 12);
  // The next minute begins with none of either.
  retries = 0;
  while (lets_pass(pressure, Call::retry, begin + 60'000, false)) ++retries;
  CHECK(retries == 10);
}

TEST_CASE("a clock that is set back keeps nothing closed for longer than it may be", "[gateway][pressure][C10]") {
  constexpr Millis day = 86'400'000;
  Pressure answered;
  note(answered, rows({}), begin + day, 0);
  CHECK(lets_pass(answered, Call::create, begin, false));
  Pressure paused;
  nue::Answer busy = status(429);
  busy.retry_after = "20";
  note(paused, busy, begin + day, 0);
  CHECK(lets_pass(paused, Call::create, begin, false));
  Pressure opened;
  fail(opened, 5, begin + day);
  CHECK(lets_pass(opened, Call::probe, begin, true));
  CHECK(breaker_of(opened, begin) == Breaker::half_open);
  Pressure tried;
  fail(tried, 5, begin + day);
  CHECK(lets_pass(tried, Call::create, begin + day + 10'000, false));
  CHECK(lets_pass(tried, Call::create, begin, false));
  Pressure counted;
  note(counted, rows({}), begin + day, 0);
  for (int i = 0; i < 19; ++i) note(counted, i % 2 == 0 ? status(500) : rows({}), begin, 0);
  CHECK(breaker_of(counted, begin) == Breaker::closed);
  Pressure spent;
  while (lets_pass(spent, Call::retry, begin + day, false)) continue;
  CHECK(lets_pass(spent, Call::retry, begin, false));
}

TEST_CASE("a pause before the next try has full jitter", "[gateway][backoff]") {
  CHECK(backoff(0, 0) == 0);
  CHECK(backoff(0, most) == 499);
  CHECK(backoff(3, most) == 3'999);
  CHECK(backoff(3, most / 2) == 1'999);
  CHECK(backoff(60, most) == 29'999);
}

}  // namespace

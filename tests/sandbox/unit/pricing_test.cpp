#include "pricing.hpp"

#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

namespace {

Day day(const char* text) { return read_day(text).value(); }

Charge charge(Cents price, int unit_months, std::int64_t quantity, const char* first, const char* last) {
  return {price, unit_months, quantity, day(first), day(first), day(last)};
}

}  // namespace

TEST_CASE("whole months cost the same whatever their length", "[pricing]") {
  CHECK(price_of(charge(5'000, 1, 3, "2025-03-05", "2026-03-04")) == 180'000);
  CHECK(price_of(charge(5'000, 1, 1, "2025-02-01", "2025-02-28")) == 5'000);
  CHECK(price_of(charge(5'000, 1, 1, "2025-03-01", "2025-03-31")) == 5'000);
  CHECK(price_of(charge(54'000, 12, 2, "2025-03-05", "2026-03-04")) == 108'000);
  CHECK(price_of(charge(54'000, 12, 1, "2025-03-05", "2025-06-04")) == 13'500);
  CHECK(yearly_price(charge(5'000, 1, 3, "2025-03-05", "2026-03-04")) == 180'000);
  CHECK(yearly_price(charge(54'000, 12, 3, "2025-03-05", "2026-03-04")) == 162'000);
}

TEST_CASE("of a month that was begun, days count", "[pricing]") {
  CHECK(price_of(charge(3'000, 1, 1, "2025-04-01", "2025-04-10")) == 1'000);
  CHECK(price_of(charge(3'100, 1, 1, "2025-01-01", "2025-02-14")) == 3'100 + 1'550);
}

TEST_CASE("the parts of a subscription add up to its whole, wherever it is cut", "[pricing]") {
  const Charge whole = charge(9'999, 1, 7, "2024-01-31", "2025-01-30");
  for (Day cut = whole.first; cut < whole.last; cut += Days{1}) {
    Charge before = whole;
    Charge after = whole;
    before.last = cut;
    after.first = cut + Days{1};
    CHECK(price_of(before) + price_of(after) == price_of(whole));
    after.quantity = -after.quantity;
    CHECK(price_of(whole) + price_of(after) == price_of(before));
  }
}

TEST_CASE("a billing period ends where it would begin again, or with the subscription", "[pricing]") {
  const Day anchor = day("2025-01-31");
  const Day last = day("2026-01-30");
  const auto end = [&](const char* period, const char* of) {
    return day_text(period_end(anchor, period, day(of), last));
  };
  CHECK(end("Monthly", "2025-01-31") == "2025-02-27");
  CHECK(end("Monthly", "2025-02-27") == "2025-02-27");
  CHECK(end("Monthly", "2025-02-28") == "2025-03-30");
  CHECK(end("Quarterly", "2025-02-28") == "2025-04-29");
  CHECK(end("Semi-Annual", "2025-07-31") == "2026-01-30");
  CHECK(end("Annual", "2025-05-05") == "2026-01-30");
  CHECK(end("Same as Subscription Term", "2025-05-05") == "2026-01-30");
  CHECK(day_text(period_end(anchor, "Annual", anchor, day("2025-03-30"))) == "2025-03-30");
}

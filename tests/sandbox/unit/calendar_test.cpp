#include "calendar.hpp"

#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

namespace {

Day day(const char* text) { return read_day(text).value(); }

}  // namespace

TEST_CASE("days are read and written in one form", "[calendar]") {
  CHECK(day_text(day("2024-02-29")) == "2024-02-29");
  CHECK(day_text(day_of(951'782'399'007)) == "2000-02-28");
  CHECK(day_text(day_of(-1)) == "1969-12-31");
  for (const char* text : {"2023-02-29", "2024-2-9", "29.02.2024", ""}) CHECK_FALSE(read_day(text));
}

TEST_CASE("months keep the day, or take the last one of a shorter month", "[calendar]") {
  CHECK(day_text(add_months(day("2025-03-05"), 12)) == "2026-03-05");
  CHECK(day_text(add_months(day("2025-01-31"), 1)) == "2025-02-28");
  CHECK(day_text(add_months(day("2024-01-31"), 1)) == "2024-02-29");
  CHECK(day_text(add_months(day("2024-02-29"), 12)) == "2025-02-28");
  CHECK(day_text(add_months(day("2025-01-31"), 2)) == "2025-03-31");
  CHECK(day_text(add_months(day("2025-11-30"), 3)) == "2026-02-28");
  CHECK(day_text(add_months(day("2025-03-05"), 0)) == "2025-03-05");
  CHECK(day_text(add_months(day("2025-12-31"), 1)) == "2026-01-31");
}

TEST_CASE("a term ends the day before it would begin again", "[calendar]") {
  CHECK(day_text(term_end(day("2025-03-05"), 12)) == "2026-03-04");
  CHECK(day_text(term_end(day("2025-01-01"), 1)) == "2025-01-31");
  CHECK(day_text(term_end(day("2025-01-31"), 1)) == "2025-02-27");
  CHECK(day_text(term_end(day("2024-02-29"), 12)) == "2025-02-27");
}

TEST_CASE("a span counts whole months and the days of the next", "[calendar]") {
  CHECK(span_of(day("2025-03-05"), day("2026-03-04")) == Span{12, 0, 31});
  CHECK(span_of(day("2025-03-05"), day("2025-03-05")) == Span{0, 1, 31});
  CHECK(span_of(day("2025-03-05"), day("2025-04-14")) == Span{1, 10, 30});
  CHECK(span_of(day("2025-01-31"), day("2025-02-27")) == Span{1, 0, 31});
  CHECK(span_of(day("2025-01-31"), day("2025-02-28")) == Span{1, 1, 31});
  CHECK(span_of(day("2025-01-31"), day("2025-02-26")) == Span{0, 27, 28});
  CHECK(span_of(day("2025-03-05"), day("2025-03-04")) == Span{});
}

TEST_CASE("the span of any term is that term", "[calendar]") {
  for (const char* start : {"2024-01-29", "2024-01-30", "2024-01-31", "2024-02-29", "2025-06-15", "2025-12-01"}) {
    for (int months = 1; months <= 120; ++months) {
      const Span span = span_of(day(start), term_end(day(start), months));
      CAPTURE(start, months);
      CHECK(span.months == months);
      CHECK(span.days == 0);
    }
  }
}

#include "vestibule/checks/date.hpp"

#include <chrono>
#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"

namespace {

using namespace vestibule;

void ok(std::string_view text, std::string_view canonical) {
  CAPTURE(text);
  const auto moment = checks::parse_date_time(test::ExactBlock{text}.view());
  REQUIRE(moment.ok());
  CHECK(to_string(moment.value()) == canonical);
  CHECK(checks::parse_date_time(canonical) == moment);
}

void bad(std::string_view text) {
  CAPTURE(text);
  const auto moment = checks::parse_date_time(test::ExactBlock{text}.view());
  REQUIRE_FALSE(moment.ok());
  CHECK(moment.error() == Code::date_invalid);
}

bool is_date(std::string_view text) { return checks::parse_date(test::ExactBlock{text}.view()).ok(); }

TEST_CASE("every day of 1999 to 2101 is a day, and the calendar's own are the only ones", "[date][F22]") {
  using namespace std::chrono;
  for (unsigned y = 1999; y <= 2101; ++y) {
    for (unsigned m = 0; m <= 13; ++m) {
      for (unsigned d = 0; d <= 32; ++d) {
        const auto two = [](unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); };
        const std::string text = std::to_string(y) + "-" + two(m) + "-" + two(d);
        CAPTURE(text);
        CHECK(is_date(text) == year_month_day{year{static_cast<int>(y)}, month{m}, day{d}}.ok());
      }
    }
  }
}

TEST_CASE("parse_date takes one form only", "[date][F22]") {
  const auto date = checks::parse_date("2024-02-29");
  REQUIRE(date.ok());
  CHECK(date.value() == checks::Date{2024, 2, 29});
  CHECK(to_string(date.value()) == "2024-02-29");
  CHECK(is_date("0001-01-01"));
  CHECK(is_date("9999-12-31"));
  for (const std::string_view text :
       {"", "2024-1-5", "24-01-05", "0000-01-01", "10000-01-01", "2024/01/05", "2024-02-30", "2023-02-29",
        "2024-01-05 ", "20240105", "2024-01-05T00:00:00Z", "05.01.2024"}) {
    CAPTURE(text);
    CHECK_FALSE(is_date(text));
  }
}

TEST_CASE("parse_date_time answers in UTC", "[date][F22]") {
  ok("2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z");
  ok("2024-02-29t23:59:59z", "2024-02-29T23:59:59Z");
  ok("2024-02-29T23:30:00-01:00", "2024-03-01T00:30:00Z");
  ok("2024-03-01T00:30:00+01:00", "2024-02-29T23:30:00Z");
  ok("2023-12-31T23:00:00-23:59", "2024-01-01T22:59:00Z");
  ok("2024-01-01T00:00:00+00:01", "2023-12-31T23:59:00Z");
  ok("2024-01-01T00:00:00-00:00", "2024-01-01T00:00:00Z");
  ok("2024-05-31T23:59:00-00:01", "2024-06-01T00:00:00Z");
  ok("2024-06-01T00:00:00+00:01", "2024-05-31T23:59:00Z");
  ok("1985-04-12T23:20:50.520Z", "1985-04-12T23:20:50.52Z");
  ok("1985-04-12T23:20:50.000Z", "1985-04-12T23:20:50Z");
  ok("1985-04-12T23:20:50.000000000000000000001Z", "1985-04-12T23:20:50.000000000000000000001Z");
}

TEST_CASE("parse_date_time refuses what is no moment", "[date][F22]") {
  for (const std::string_view text :
       {"2024-01-01T24:00:00Z", "2024-01-01T23:59:60Z", "2024-01-01T23:60:00Z", "2024-01-01T23:59:59", "2024-01-01",
        "2024-01-01 23:59:59Z", "2024-01-01T23:59Z", "2024-01-01T23:59:59.Z", "2024-01-01T23:59:59,5Z",
        "2024-01-01T23:59:59+24:00", "2024-01-01T23:59:59+00:60", "2024-01-01T23:59:59+01", "2024-01-01T23:59:59+0100",
        "2024-01-01T23:59:59ZZ", "2024-01-01T23:59:59Z\n", "2023-02-29T00:00:00Z", "2024-01-01T1:00:00Z", ""}) {
    bad(text);
  }
}

TEST_CASE("the years end where four digits do", "[date][limit][F22]") {
  ok("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z");
  bad("0001-01-01T00:00:00+00:01");
  ok("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z");
  bad("9999-12-31T23:59:59-00:01");
  bad("0000-12-31T23:59:59-00:01");
}

TEST_CASE("a date-time has 64 bytes", "[date][limit]") {
  const std::string head = "2024-01-01T00:00:00.";
  ok(head + std::string(43, '1') + "Z", head + std::string(43, '1') + "Z");
  bad(head + std::string(44, '1') + "Z");
}

}  // namespace

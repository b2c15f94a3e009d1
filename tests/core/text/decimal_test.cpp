#include "vestibule/text/decimal.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "tests/support/catch.hpp"

namespace {

namespace text = vestibule::text;

constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();

TEST_CASE("numbers are written as the standard library writes them", "[text][decimal]") {
  const std::uint64_t value = GENERATE(0U, 1U, 9U, 10U, 99U, 100U, 1048576U, most / 10, most - 1, most);
  CHECK(text::decimal(value) == std::to_string(value));
}

TEST_CASE("negative numbers have a sign, down to the lowest", "[text][decimal]") {
  constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
  const std::int64_t value = GENERATE_COPY(std::int64_t{0}, std::int64_t{-1}, std::int64_t{-10}, lowest, -(lowest + 1));
  CHECK(text::signed_decimal(value) == std::to_string(value));
}

TEST_CASE("digits are read up to a bound and not beyond", "[text][decimal]") {
  CHECK(text::read_decimal("0", 0) == 0U);
  CHECK(text::read_decimal("007", 7) == 7U);
  CHECK(text::read_decimal("18446744073709551615", most) == most);
  CHECK(text::read_decimal("4294967295", 4294967295) == 4294967295U);
  CHECK_FALSE(text::read_decimal("18446744073709551616", most));
  CHECK_FALSE(text::read_decimal("4294967296", 4294967295));
  CHECK_FALSE(text::read_decimal("1", 0));
  CHECK_FALSE(text::read_decimal("31", 29));
}

TEST_CASE("what is more or less than digits is no number", "[text][decimal]") {
  for (const std::string_view no_number : {"", "-1", "+1", " 1", "1 ", "1x", "0x1", "1.0"}) {
    CAPTURE(no_number);
    CHECK_FALSE(text::read_decimal(no_number, most));
  }
}

}  // namespace

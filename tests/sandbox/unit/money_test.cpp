#include "money.hpp"

#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

TEST_CASE("cents are written as a JSON number, and read back", "[money]") {
  const std::pair<Cents, std::string_view> cases[] = {
      {0, "0"}, {5, "0.05"}, {-5, "-0.05"}, {100, "1"}, {120050, "1200.50"}, {-120005, "-1200.05"}, {-100, "-1"},
  };
  for (const auto& [cents, text] : cases) {
    CAPTURE(cents);
    CHECK(money_text(cents) == text);
    CHECK(read_money(text) == cents);
  }
  CHECK(read_money("1.5") == 150);
  CHECK(read_money("0.07") == 7);
}

TEST_CASE("what is no whole number of cents is no amount", "[money]") {
  for (const char* text : {"", "-", ".5", "1.", "1.005", "1e2", "+1", " 1", "1,000", "--1", "1234567890123456"}) {
    CAPTURE(text);
    CHECK_FALSE(read_money(text));
  }
}

TEST_CASE("a share is rounded to the nearest cent, half away from zero", "[money]") {
  CHECK(share(1000, 1, 3) == 333);
  CHECK(share(2000, 1, 3) == 667);
  CHECK(share(1, 1, 2) == 1);
  CHECK(share(-1, 1, 2) == -1);
  CHECK(share(-2000, 1, 3) == -667);
  CHECK(share(999, 12, 12) == 999);
}

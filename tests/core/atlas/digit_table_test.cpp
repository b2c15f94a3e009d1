#include "vestibule/atlas/digit_table.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"

namespace {

using namespace vestibule;
using atlas::DigitOutcome;
using atlas::DigitTable;

constexpr std::size_t count_of_masks = 255;

// Sets of digits by their numbers: 0 none, 1 {1, 2}, 2 all.
std::string masks() {
  std::string bytes(2 * count_of_masks, '\0');
  bytes[1] = 0b110;
  bytes[2] = '\xFF';
  bytes[count_of_masks + 2] = 0b11;
  return bytes;
}

// As the header draws it.
const std::string& table() {
  using namespace std::string_literals;
  static const std::string bytes =
      "\x03"
      "\x05\x81\x11"      // part 0: value 5, extra 1, 3 to 4 digits; the next part is of the same leaf
      "\x06\x02\x05"      // part 1: value 6, extra 2, 7 digits
      "\x07\x00\x00"      // part 2: value 7, 2 digits
      "\x01\x00"          // root: 1 and 2 lead to the first child,
      "\xFF\x08\x00\x00"  //   3, a set without a number, to the second one,
      "\xFF\x00\x02\x81"  //   9 to the leaf of the parts 0 and 1
      "\x01\x7F\x04\x00"  // first child: 1 and 2 lead to a child of 4 bytes,
      "\x02\x82"          //   the other digits to the leaf of part 1
      "\x00\x03\x02\x81"  // its child: a number may end here, or go on to the parts 0 and 1
      "\x02\x82"s;        // second child of the root: every digit leads to part 1
  return bytes;
}

// Neither table reads beyond its bytes (the sanitizers watch).
struct Blocks {
  test::ExactBlock masks_block{masks()};
  test::ExactBlock bytes;
  DigitTable table;
  explicit Blocks(std::string_view text) : bytes{text}, table{masks_block.view(), bytes.view()} {}
};

std::string text_of(const DigitTable::Example& example) { return {example.digits.data(), example.size}; }

constexpr DigitOutcome five{5, 1, true}, six{6, 2, true}, seven{7, 0, true}, nothing{};
constexpr std::uint32_t bit(unsigned value) { return 1U << value; }

TEST_CASE("a table answers by the digits that matter and the length", "[atlas][digits]") {
  const Blocks sound{table()};
  const DigitTable& plan = sound.table;
  CHECK(plan.find("912") == five);
  CHECK(plan.find("9123") == five);
  CHECK(plan.find("91234") == nothing);
  CHECK(plan.find("9123456") == six);
  CHECK(plan.find("1934567") == six);
  CHECK(plan.find("193") == nothing);
  CHECK(plan.find("212") == five);
  CHECK(plan.find("3123456") == six);  // behind a child that says its size, and one that does not
  CHECK(plan.find("4123456") == nothing);
}

TEST_CASE("a number may end where others go on", "[atlas][digits]") {
  const Blocks sound{table()};
  CHECK(sound.table.find("12") == seven);
  CHECK(sound.table.find("1") == nothing);
  CHECK(sound.table.find("") == nothing);
}

TEST_CASE("what may still come of digits is what stands below them and is as long", "[atlas][digits]") {
  const Blocks sound{table()};
  const DigitTable& plan = sound.table;
  CHECK(plan.reachable("") == (bit(5) | bit(6) | bit(7)));
  CHECK(plan.reachable("1") == (bit(5) | bit(6) | bit(7)));
  CHECK(plan.reachable("19") == bit(6));
  CHECK(plan.reachable("9") == (bit(5) | bit(6)));
  CHECK(plan.reachable("91234") == bit(6));
  CHECK(plan.reachable("91234567") == 0);
  CHECK(plan.reachable("3") == bit(6));
  CHECK(plan.reachable("4") == 0);
  CHECK(plan.lengths() == (bit(2) | bit(3) | bit(4) | bit(7)));
}

TEST_CASE("an example goes on counting, and has the value and the extra that are asked for", "[atlas][digits]") {
  const Blocks sound{table()};
  const DigitTable& plan = sound.table;
  CHECK(text_of(plan.example(bit(5), ~0U)) == "212");
  CHECK(text_of(plan.example(bit(6), ~0U)) == "2123456");
  CHECK(text_of(plan.example(~0U, bit(2))) == "2123456");
  CHECK(text_of(plan.example(bit(5), bit(2))).empty());
  CHECK(text_of(plan.example(bit(8), ~0U)).empty());
}

TEST_CASE("a table that ends too early answers something", "[atlas][digits]") {
  for (std::size_t size = 0; size < table().size(); ++size) {
    const Blocks cut{std::string_view{table()}.substr(0, size)};
    CAPTURE(size);
    for (const std::string_view digits : {"", "1", "11", "9123", "3123456", "12345678901234567"}) {
      if (cut.table.find(digits).found) CHECK(cut.table.lengths() != 0);
      CHECK((cut.table.reachable(digits) & ~(bit(0) | bit(5) | bit(6) | bit(7))) == 0);
    }
    CHECK(cut.table.example(~0U, ~0U).size <= DigitTable::longest);
  }
}

}  // namespace

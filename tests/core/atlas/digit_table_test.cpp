#include "vestibule/atlas/digit_table.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"
#include "tests/support/exact_block.hpp"

namespace {

using namespace vestibule;
using atlas::DigitOutcome;
using atlas::DigitTable;

constexpr std::string_view parts{
    "\x05\x81\x11"   // part 0: value 5, extra 1, 3 to 4 digits; the next part is of the same leaf
    "\x06\x02\x05"   // part 1: value 6, extra 2, 7 digits
    "\x07\x00\x00",  // part 2: value 7, 2 digits
    9};

// A node from a letter for each digit and for the end: "." nothing, a digit the leaf of that part, a letter a node.
std::string node(std::string_view cells) {
  std::string bytes;
  for (const char c : cells) {
    const bool is_node = c >= 'a' && c <= 'z';
    bytes.push_back(static_cast<char>(is_node ? c - 'a' : c == '.' ? 0 : c - '0' + 1));
    bytes.push_back(is_node ? '\x80' : '\0');
  }
  return bytes;
}

const std::string& nodes() {
  static const std::string bytes = node("...........")     // a: another table's
                                   + node("00000000002")   // b: a number may end here, or go on
                                   + node("1bb1111111.")   // c
                                   + node("1111111111.")   // d
                                   + node(".ccd.....0.");  // e: the root
  return bytes;
}

constexpr std::uint32_t root = 0x8004;
constexpr std::size_t first_node = 1;
constexpr std::uint32_t lengths = 0b1001'1100;

// The table does not read beyond its bytes (the sanitizers watch).
struct Blocks {
  test::ExactBlock parts_block;
  test::ExactBlock nodes_block;
  DigitTable table;
  Blocks(std::string_view its_parts, std::string_view its_nodes)
      : parts_block{its_parts},
        nodes_block{its_nodes},
        table{parts_block.view(), nodes_block.view(), root, first_node, lengths} {}
  Blocks() : Blocks{parts, nodes()} {}
};

std::string text_of(const DigitTable::Example& example) { return {example.digits.data(), example.size}; }

constexpr DigitOutcome five{5, 1, true}, six{6, 2, true}, seven{7, 0, true}, nothing{};
constexpr std::uint32_t bit(unsigned value) { return 1U << value; }

TEST_CASE("a table answers by the digits that matter and the length", "[atlas][digits]") {
  const Blocks sound;
  const DigitTable& plan = sound.table;
  CHECK(plan.find("912") == five);
  CHECK(plan.find("9123") == five);
  CHECK(plan.find("91234") == nothing);
  CHECK(plan.find("9123456") == six);
  CHECK(plan.find("1934567") == six);
  CHECK(plan.find("193") == nothing);
  CHECK(plan.find("212") == five);
  CHECK(plan.find("3123456") == six);
  CHECK(plan.find("4123456") == nothing);
}

TEST_CASE("a number may end where others go on", "[atlas][digits]") {
  const Blocks sound;
  CHECK(sound.table.find("12") == seven);
  CHECK(sound.table.find("1") == nothing);
  CHECK(sound.table.find("") == nothing);
}

TEST_CASE("what may still come of digits is what stands below them and is as long", "[atlas][digits]") {
  const Blocks sound;
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
  const Blocks sound;
  const DigitTable& plan = sound.table;
  CHECK(text_of(plan.example(bit(5), ~0U)) == "212");
  CHECK(text_of(plan.example(bit(6), ~0U)) == "2123456");
  CHECK(text_of(plan.example(~0U, bit(2))) == "2123456");
  CHECK(text_of(plan.example(bit(5), bit(2))).empty());
  CHECK(text_of(plan.example(bit(8), ~0U)).empty());
}

void answers_something(const DigitTable& table) {
  for (const std::string_view digits : {"", "1", "11", "9123", "3123456", "12345678901234567"}) {
    static_cast<void>(table.find(digits));
    CHECK((table.reachable(digits) & ~(bit(0) | bit(5) | bit(6) | bit(7))) == 0);
  }
  CHECK(table.example(~0U, ~0U).size <= DigitTable::longest);
  CHECK(table.example(bit(9), ~0U).size == 0);
}

TEST_CASE("a table that ends too early answers something", "[atlas][digits]") {
  for (std::size_t size = 0; size < nodes().size(); ++size)
    answers_something(Blocks{parts, nodes().substr(0, size)}.table);
  for (std::size_t size = 0; size < parts.size(); ++size)
    answers_something(Blocks{parts.substr(0, size), nodes()}.table);
}

TEST_CASE("a node that leads to itself, upwards or out of the table ends the search", "[atlas][digits]") {
  for (const std::string_view cells : {"eeeeeeeeeee", "zzzzzzzzzzz", "aaaaaaaaaaa"}) {
    for (std::size_t changed = 1; changed < 5; ++changed) {
      std::string bytes = nodes();
      bytes.replace(changed * DigitTable::node_size, DigitTable::node_size, node(cells));
      answers_something(Blocks{parts, bytes}.table);
    }
  }
}

}  // namespace

/// A table that says something about numbers by their digits and length: phone plans, prefixes and formats are such tables.
/// Depends on: atlas/bytes.
///
///   table   n: u8 | n parts of 3 bytes | nodes, the root first
///   part    value | extra: 7 bits, top bit: the next part belongs to the same leaf | length: 2 + low 4 bits .. + high 4 bits
///   node    groups, the top bit of a code ends them | the nodes of inline children, in the order of their groups
///   group   mask | code [| size: u16, code 127 only]
///
///   mask    number of a set of digits in the section's list; 255: two bytes of ten bits follow. The first group that holds
///           the digit counts; the empty set is for a number that ends at this node.
///   code    0 an inline child, 127 one that says its size, else 1 + the first part of a leaf. What a leaf says depends on
///           the length of the whole number alone.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "vestibule/atlas/bytes.hpp"

namespace vestibule::atlas {

struct DigitOutcome {
  std::uint8_t value = 0;
  std::uint8_t extra = 0;
  bool found = false;

  friend bool operator==(const DigitOutcome&, const DigitOutcome&) = default;
};

/// A view. A damaged table answers something, never beyond its bytes; all but example() does so in linear time.
class DigitTable {
 public:
  static constexpr std::size_t longest = 17;  ///< digits of a number

  DigitTable() = default;
  /// `masks`: the section's list of digit sets, 255 low bytes and 255 high ones.
  DigitTable(std::string_view masks, std::string_view bytes) : masks_{masks}, bytes_{bytes} {}

  /// What the table says about `digits`, which are '0' to '9'.
  ///
  /// Cost  some 10 ns a digit that matters; no allocation
  [[nodiscard]] DigitOutcome find(std::string_view digits) const;

  /// Bit n is set when a number that begins with `digits` may have the value n < 32.
  [[nodiscard]] std::uint32_t reachable(std::string_view digits) const;

  /// Bit n is set when a number of n digits may be found.
  [[nodiscard]] std::uint32_t lengths() const;

  /// The first number in the table's order with one of `values` (bit n: value n) and one of `extras`; of size 0 when there
  /// is none. Numbers that end where others go on are passed over.
  ///
  /// Cost  a few nodes where the first digits lead to one, as in most tables; for a damaged one the square of its size
  struct Example {
    std::array<char, longest> digits{};
    std::size_t size = 0;
  };
  [[nodiscard]] Example example(std::uint32_t values, std::uint32_t extras) const;

 private:
  struct Group {
    std::uint32_t mask = 0;
    std::uint32_t code = 0;
    std::size_t size = 0;  // of an inline child; 0: not said
  };
  struct Node {
    std::array<Group, 11> groups{};
    std::size_t count = 0;
    std::size_t end = 0;
  };
  struct Part {
    std::uint8_t value, extra;
    std::size_t first, last;
    bool more;
  };

  [[nodiscard]] std::size_t root() const { return 1 + 3 * std::size_t{read_u8(bytes_, 0)}; }
  [[nodiscard]] Node node_at(std::size_t at) const;
  [[nodiscard]] std::size_t after_node(std::size_t at) const;
  [[nodiscard]] std::size_t child_of(const Node& node, std::size_t group) const;
  [[nodiscard]] Part part(std::size_t number) const;
  [[nodiscard]] DigitOutcome leaf(std::uint32_t code, std::size_t length) const;
  [[nodiscard]] std::uint32_t leaf_values(std::uint32_t code, std::size_t least) const;

  std::string_view masks_, bytes_;
};

}  // namespace vestibule::atlas

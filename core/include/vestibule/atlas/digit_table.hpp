/// A table that says something about numbers by their digits and length: phone plans, prefixes and formats are such tables.
/// Depends on: atlas/bytes.
///
///   cell    u16: 0 nothing, the top bit and the number of a node, or 1 + the number of the first part of a leaf
///   node    a cell for each digit, and one for a number that ends here; its children have smaller numbers
///   part    value | extra: 7 bits, top bit: the next part belongs to the same leaf | length: 2 + low 4 bits .. + high 4 bits
///
/// What a leaf says depends on the length of the whole number alone.
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
  static constexpr std::size_t part_size = 3;
  static constexpr std::size_t node_size = 22;
  static constexpr std::uint32_t node_bit = 0x8000;
  static constexpr std::uint32_t more_parts = 0x80;

  struct Part {
    std::uint8_t value, extra;
    std::size_t first, last;
    bool more;
  };
  /// The part whose bytes begin at `at`.
  [[nodiscard]] static Part part_at(std::string_view parts, std::size_t at);

  DigitTable() = default;
  /// `parts` are the table's own; `nodes` are those of all tables, of which it has `first_node` and later ones. Bit n of
  /// `lengths` is set when a number of n digits may be found.
  DigitTable(std::string_view parts, std::string_view nodes, std::uint32_t root, std::size_t first_node,
             std::uint32_t lengths)
      : parts_{parts}, nodes_{nodes}, root_{root}, first_node_{first_node}, lengths_{lengths} {}

  /// What the table says about `digits`, which are '0' to '9'.
  ///
  /// Cost  a few ns a digit that matters; no allocation
  [[nodiscard]] DigitOutcome find(std::string_view digits) const;

  /// Bit n is set when a number that begins with `digits` may have the value n < 32.
  ///
  /// Cost  linear in the nodes of the table
  [[nodiscard]] std::uint32_t reachable(std::string_view digits) const;

  /// Bit n is set when a number of n digits may be found.
  [[nodiscard]] std::uint32_t lengths() const { return lengths_; }

  /// The first number in the table's order with one of `values` (bit n: value n) and one of `extras`; of size 0 when there
  /// is none. Numbers that end where others go on are passed over.
  ///
  /// Cost  a few nodes where the first digits lead to one, as in most tables; it gives up after some thousand
  struct Example {
    std::array<char, longest> digits{};
    std::size_t size = 0;
  };
  [[nodiscard]] Example example(std::uint32_t values, std::uint32_t extras) const;

 private:
  [[nodiscard]] std::uint32_t cell(std::uint32_t node, std::size_t place) const;
  [[nodiscard]] DigitOutcome leaf(std::uint32_t cell, std::size_t length) const;
  [[nodiscard]] std::uint32_t leaf_values(std::uint32_t cell, std::size_t least) const;

  std::string_view parts_, nodes_;
  std::uint32_t root_ = 0;
  std::size_t first_node_ = 0;
  std::uint32_t lengths_ = 0;
};

}  // namespace vestibule::atlas

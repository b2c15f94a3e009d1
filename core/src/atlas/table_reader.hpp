// From bits to the tables of digits that atlas/digit_table.hpp draws. Depends on: bit_reader, atlas/digit_table.
//
//   table   number of leaves, each: parts - 1, and the parts: value [, extra: 5 bits, range of lengths: 8 bits];
//           those that stand in most cells come first | the root
//   node    bit: a number may end here [, leaf] | for each digit: bit, from the second on: what the digit before has |
//           if not, a symbol: 0 nothing, 1 a child, 2 and up the leaves
//   child   bit, once the table has nodes: one that was read before; then how many of those were used since, or the node
//
// Every bit is learnt by what it depends on, which is what the odds are named for. Tables of a kind learn from each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "bit_reader.hpp"

namespace vestibule::atlas {

struct TableOdds;
struct TableCells;

// The records of PhonePlans that tables are made of: their room, and how many of it are written.
struct TableStore {
  char* tables;
  char* parts;
  char* nodes;
  std::size_t part_room, node_room;
  std::size_t part_count = 0, node_count = 0;
};

class TableReader {
 public:
  // `with_lengths`: whether outcomes have an extra and a range of lengths; without, they are for every length.
  TableReader(BitReader& bits, TableStore& store, bool with_lengths);
  ~TableReader();
  TableReader(const TableReader&) = delete;
  TableReader& operator=(const TableReader&) = delete;

  // Writes table `number`; false when the bits ask for more than a table can have, or than there is room for.
  [[nodiscard]] bool read(std::size_t number);

 private:
  struct Open;

  [[nodiscard]] bool read_leaves();
  [[nodiscard]] bool read_root();
  void begin(Open& node, std::size_t depth);
  [[nodiscard]] bool repeats(const Open& node, std::size_t depth);
  [[nodiscard]] std::uint32_t symbol(const Open& node, std::size_t depth);
  [[nodiscard]] std::uint16_t leaf(std::size_t number) const;
  [[nodiscard]] std::uint16_t known_node();

  BitReader& bits_;
  TableStore& store_;
  bool with_lengths_;
  std::unique_ptr<TableOdds> odds_;
  std::unique_ptr<TableCells> cells_;
};

}  // namespace vestibule::atlas

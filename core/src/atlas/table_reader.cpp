#include "table_reader.hpp"

#include <algorithm>
#include <array>

#include "record_writer.hpp"
#include "vestibule/atlas/digit_table.hpp"

namespace vestibule::atlas {
namespace {

constexpr std::uint32_t nothing = 0;
constexpr std::uint32_t child = 1;
constexpr std::uint32_t first_leaf = 2;
constexpr std::uint32_t rare = 7;  // symbols below are told apart one by one
constexpr std::uint32_t none = 255;

constexpr std::size_t digits = 10;
constexpr std::size_t most_cells = 0x7FFF;  // what a cell can say
// Of one table, which bounds what a damaged one costs.
constexpr std::size_t most_leaves = 1024;
constexpr std::size_t most_nodes = 4096;
constexpr std::uint32_t any_length = 0xF0;

}  // namespace

struct TableOdds {
  NumberOdds leaves, parts, value, next_value, end, rare_symbol, back;
  DigitsOdds<5> extra;
  DigitsOdds<8> range, next_range;
  std::array<Odds, 5> ends;                                           // depth
  std::array<std::array<std::array<Odds, digits>, digits>, 4> again;  // the symbol before, digit, how often again
  std::array<std::array<std::array<Odds, 256>, 4>, 5> again_among;    // depth, the symbol before, symbols of the node
  std::array<std::array<std::array<Odds, 256>, rare + 1>, rare> symbol;  // the symbol before, symbols of the node
  std::array<std::array<std::array<Odds, 4>, 6>, rare> symbol_at;  // depth, whether nothing or a child is among them
  std::array<Odds, 7> known;                                       // depth of the child
};

// Cells of one table.
struct TableCells {
  std::array<std::uint16_t, most_leaves> leaves;
  std::array<std::uint16_t, most_nodes> nodes;  // those used last stand last
  std::size_t leaf_count = 0;
  std::size_t node_count = 0;
};

struct TableReader::Open {
  std::array<std::uint16_t, digits + 1> cells{};
  std::size_t digit = 0;
  std::size_t run = 0;  // how often the symbol before came again
  std::uint32_t before = none;
  std::size_t used = 0;  // one bit a symbol, rare ones share the last

  void put(std::uint32_t symbol, std::uint16_t cell) {
    cells[digit++] = cell;
    run = 0;
    before = symbol;
    used |= std::size_t{1} << std::min(symbol, rare);
  }
};

TableReader::TableReader(BitReader& bits, TableStore& store, bool with_lengths)
    : bits_{bits},
      store_{store},
      with_lengths_{with_lengths},
      odds_{std::make_unique<TableOdds>()},
      cells_{std::make_unique<TableCells>()} {}

TableReader::~TableReader() = default;

bool TableReader::read() {
  const std::size_t parts_before = store_.parts.size();
  const std::size_t nodes_before = store_.nodes.size();
  if (!read_leaves() || !read_root()) return false;
  std::uint32_t lengths = 0;
  for (std::size_t at = parts_before; at < store_.parts.size(); at += DigitTable::part_size) {
    const DigitTable::Part part = DigitTable::part_at(store_.parts, at);
    lengths |= ((2U << part.last) - 1) & ~((1U << part.first) - 1);
  }
  append_u16(store_.tables, cells_->nodes[cells_->node_count - 1]);
  append_u16(store_.tables, parts_before / DigitTable::part_size);
  append_u16(store_.tables, (store_.parts.size() - parts_before) / DigitTable::part_size);
  append_u16(store_.tables, nodes_before / DigitTable::node_size);
  append_u32(store_.tables, lengths);
  return true;
}

bool TableReader::read_leaves() {
  cells_->leaf_count = 0;
  const std::size_t begin = store_.parts.size();
  for (std::uint32_t left = bits_.number(odds_->leaves); left > 0; --left) {
    if (cells_->leaf_count == most_leaves) return false;
    cells_->leaves[cells_->leaf_count++] =
        static_cast<std::uint16_t>(1 + (store_.parts.size() - begin) / DigitTable::part_size);
    std::uint32_t parts = bits_.number(odds_->parts) + 1;
    for (bool first = true; parts > 0; --parts, first = false) {
      if (store_.parts.size() / DigitTable::part_size == most_cells) return false;
      const std::uint32_t value = bits_.number(first ? odds_->value : odds_->next_value);
      const std::uint32_t extra = with_lengths_ ? bits_.digits(odds_->extra) : 0;
      const std::uint32_t range = with_lengths_ ? bits_.digits(first ? odds_->range : odds_->next_range) : any_length;
      append_u8(store_.parts, value);
      append_u8(store_.parts, extra | (parts > 1 ? DigitTable::more_parts : 0U));
      append_u8(store_.parts, range);
    }
  }
  return true;
}

// Nodes are written when they are whole, so the children of a node stand before it.
bool TableReader::read_root() {
  std::size_t& count = cells_->node_count;
  count = 0;
  std::array<Open, DigitTable::longest + 1> open;
  std::size_t depth = 0;
  begin(open[0], 0);
  while (true) {
    Open& node = open[depth];
    if (node.digit == digits) {
      const std::size_t number = store_.nodes.size() / DigitTable::node_size;
      if (number > most_cells || count == most_nodes) return false;
      for (const std::uint16_t cell : node.cells) append_u16(store_.nodes, cell);
      const auto cell_of_node = static_cast<std::uint16_t>(DigitTable::node_bit | number);
      cells_->nodes[count++] = cell_of_node;
      if (depth == 0) return true;
      open[--depth].put(child, cell_of_node);
    } else if (node.digit > 0 && repeats(node, depth)) {
      node.cells[node.digit] = node.cells[node.digit - 1];
      ++node.digit;
      ++node.run;
    } else if (const std::uint32_t said = symbol(node, depth); said != child) {
      node.put(said, said == nothing ? std::uint16_t{0} : leaf(said - first_leaf));
    } else if (count > 0 && bits_.bit(odds_->known[std::min<std::size_t>(depth + 1, 6)])) {
      node.put(child, known_node());
    } else {
      if (++depth == open.size()) return false;
      begin(open[depth], depth);
    }
  }
}

void TableReader::begin(Open& node, std::size_t depth) {
  node = Open{};
  if (bits_.bit(odds_->ends[std::min<std::size_t>(depth, 4)])) node.cells[digits] = leaf(bits_.number(odds_->end));
}

bool TableReader::repeats(const Open& node, std::size_t depth) {
  const std::size_t before = std::min<std::size_t>(node.before, 3);
  return bits_.bit(odds_->again[before][node.digit][node.run],
                   odds_->again_among[std::min<std::size_t>(depth, 4)][before][node.used]);
}

std::uint32_t TableReader::symbol(const Open& node, std::size_t depth) {
  for (std::uint32_t one = 0; one < rare; ++one) {
    // It is not the one before again, unless that is another child.
    if (one == node.before && one != child) continue;
    if (bits_.bit(odds_->symbol[one][std::min(node.before, rare)][node.used],
                  odds_->symbol_at[one][std::min<std::size_t>(depth, 5)][node.used & 3])) {
      return one;
    }
  }
  return rare + bits_.number(odds_->rare_symbol);
}

std::uint16_t TableReader::leaf(std::size_t number) const {
  return number < cells_->leaf_count ? cells_->leaves[number] : std::uint16_t{0};
}

// The latest use of a node brings it to the end of the list.
std::uint16_t TableReader::known_node() {
  const std::size_t last = cells_->node_count - 1;
  std::size_t at = last - std::min<std::size_t>(bits_.number(odds_->back), last);
  const std::uint16_t cell = cells_->nodes[at];
  for (; at < last; ++at) cells_->nodes[at] = cells_->nodes[at + 1];
  cells_->nodes[last] = cell;
  return cell;
}

}  // namespace vestibule::atlas

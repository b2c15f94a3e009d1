#include "table_reader.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "record_writer.hpp"
#include "vestibule/atlas/digit_table.hpp"
#include "vestibule/atlas/phone_plans.hpp"

namespace vestibule::atlas {
namespace {

constexpr std::uint32_t nothing = 0;
constexpr std::uint32_t child = 1;
constexpr std::uint32_t first_leaf = 2;
constexpr std::uint32_t rare = 7;  // symbols below are told apart one by one
constexpr std::uint32_t none = 255;

constexpr std::size_t digits = 10;
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

bool TableReader::read(std::size_t number) {
  const std::size_t first_part = store_.part_count;
  const std::size_t first_node = store_.node_count;
  if (!read_leaves() || !read_root()) return false;
  const std::string_view parts{store_.parts, DigitTable::part_size * store_.part_count};
  std::uint32_t lengths = 0;
  for (std::size_t at = DigitTable::part_size * first_part; at < parts.size(); at += DigitTable::part_size) {
    const DigitTable::Part part = DigitTable::part_at(parts, at);
    lengths |= ((2U << part.last) - 1) & ~((1U << part.first) - 1);
  }
  RecordWriter row{store_.tables + PhonePlans::table_size * number};
  row.u16(cells_->nodes[cells_->node_count - 1]);
  row.u16(first_part);
  row.u16(store_.part_count - first_part);
  row.u16(first_node);
  row.u32(lengths);
  return true;
}

bool TableReader::read_leaves() {
  cells_->leaf_count = 0;
  const std::size_t first_part = store_.part_count;
  for (std::uint32_t left = bits_.number(odds_->leaves); left > 0; --left) {
    if (cells_->leaf_count == most_leaves) return false;
    cells_->leaves[cells_->leaf_count++] = static_cast<std::uint16_t>(1 + store_.part_count - first_part);
    std::uint32_t parts = bits_.number(odds_->parts) + 1;
    for (bool first = true; parts > 0; --parts, first = false) {
      if (store_.part_count == store_.part_room) return false;
      const std::uint32_t value = bits_.number(first ? odds_->value : odds_->next_value);
      const std::uint32_t extra = with_lengths_ ? bits_.digits(odds_->extra) : 0;
      const std::uint32_t range = with_lengths_ ? bits_.digits(first ? odds_->range : odds_->next_range) : any_length;
      RecordWriter part{store_.parts + DigitTable::part_size * store_.part_count++};
      part.u8(value);
      part.u8(extra | (parts > 1 ? DigitTable::more_parts : 0U));
      part.u8(range);
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
      if (store_.node_count == store_.node_room || count == most_nodes) return false;
      const auto cell_of_node = static_cast<std::uint16_t>(DigitTable::node_bit | store_.node_count);
      RecordWriter row{store_.nodes + DigitTable::node_size * store_.node_count++};
      for (const std::uint16_t cell : node.cells) row.u16(cell);
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

#include "vestibule/atlas/digit_table.hpp"

#include <algorithm>
#include <string>

namespace vestibule::atlas {
namespace {

constexpr std::size_t digit_count = 10;
constexpr std::size_t end_place = digit_count;
constexpr std::size_t min_length = 2;

constexpr bool is_node(std::uint32_t cell) { return (cell & DigitTable::node_bit) != 0; }
constexpr std::size_t number_of(std::uint32_t node) { return node & ~DigitTable::node_bit; }
constexpr std::size_t place_of(char digit) { return static_cast<std::size_t>(digit - '0'); }

}  // namespace

std::uint32_t DigitTable::cell(std::uint32_t node, std::size_t place) const {
  return read_u16(nodes_, number_of(node) * node_size + 2 * place);
}

DigitTable::Part DigitTable::part_at(std::string_view parts, std::size_t at) {
  const std::uint32_t extra = read_u8(parts, at + 1);
  const std::uint32_t range = read_u8(parts, at + 2);
  const std::size_t first = min_length + (range & 15);
  return {static_cast<std::uint8_t>(read_u8(parts, at)), static_cast<std::uint8_t>(extra & ~more_parts), first,
          std::min<std::size_t>(first + (range >> 4), longest), (extra & more_parts) != 0};
}

DigitOutcome DigitTable::leaf(std::uint32_t cell, std::size_t length) const {
  if (cell == 0) return {};
  for (std::size_t at = part_size * (cell - 1); at < parts_.size(); at += part_size) {
    const Part part = part_at(parts_, at);
    if (length >= part.first && length <= part.last) return {part.value, part.extra, true};
    if (!part.more) break;
  }
  return {};
}

std::uint32_t DigitTable::leaf_values(std::uint32_t cell, std::size_t least) const {
  if (cell == 0) return 0;
  std::uint32_t values = 0;
  for (std::size_t at = part_size * (cell - 1); at < parts_.size(); at += part_size) {
    const Part part = part_at(parts_, at);
    if (part.last >= least && part.value < 32) values |= 1U << part.value;
    if (!part.more) break;
  }
  return values;
}

DigitOutcome DigitTable::find(std::string_view digits) const {
  std::uint32_t at = root_;
  for (const char digit : digits) {
    if (!is_node(at)) break;
    at = cell(at, place_of(digit));
  }
  if (is_node(at)) at = cell(at, end_place);
  return is_node(at) ? DigitOutcome{} : leaf(at, digits.size());
}

std::uint32_t DigitTable::reachable(std::string_view digits) const {
  std::uint32_t at = root_;
  for (const char digit : digits) {
    if (!is_node(at)) break;
    at = cell(at, place_of(digit));
  }
  if (!is_node(at)) return leaf_values(at, digits.size());
  const std::size_t top = number_of(at);
  if (top < first_node_) return 0;
  // Children have smaller numbers, so one pass downwards meets all that are reached.
  std::string reached(top - first_node_ + 1, '\0');
  reached.back() = 1;
  std::uint32_t values = 0;
  for (std::size_t left = reached.size(); left > 0; --left) {
    if (reached[left - 1] == 0) continue;
    const std::size_t node = first_node_ + left - 1;
    for (std::size_t place = 0; place <= end_place; ++place) {
      const std::uint32_t below = read_u16(nodes_, node * node_size + 2 * place);
      if (!is_node(below)) {
        values |= leaf_values(below, digits.size());
      } else if (number_of(below) >= first_node_ && number_of(below) < node) {
        reached[number_of(below) - first_node_] = 1;
      }
    }
  }
  return values;
}

DigitTable::Example DigitTable::example(std::uint32_t values, std::uint32_t extras) const {
  constexpr std::size_t most_steps = 1 << 16;
  // The distinct cells of a node in the order of their digits, children before leaves.
  struct Open {
    std::uint32_t node = 0;
    std::size_t next = 0;  // digits, first for children, then for leaves
  };
  std::array<Open, longest + 1> open{};
  Example found;
  // Digits go on counting where the plan allows: 201 234 5678.
  const auto choose = [&](std::uint32_t node, std::uint32_t wanted) {
    const int before = found.size == 0 ? 1 : found.digits[found.size - 1] - '0';
    for (int step = 1; step <= 10; ++step) {
      const auto digit = static_cast<std::size_t>((before + step) % 10);
      if (node == 0 || cell(node, digit) == wanted) return static_cast<char>('0' + digit);
    }
    return '0';
  };
  const auto is_first = [&](std::uint32_t node, std::size_t digit) {
    for (std::size_t i = 0; i < digit; ++i) {
      if (cell(node, i) == cell(node, digit)) return false;
    }
    return true;
  };
  if (!is_node(root_)) return {};
  open[0].node = root_;
  for (std::size_t steps = 0; steps < most_steps; ++steps) {
    Open& here = open[found.size];
    if (here.next == 2 * digit_count) {
      if (found.size == 0) return {};
      --found.size;
      continue;
    }
    const std::size_t digit = here.next % digit_count;
    const bool wants_node = here.next++ < digit_count;
    const std::uint32_t below = cell(here.node, digit);
    if (below == 0 || is_node(below) != wants_node || !is_first(here.node, digit)) continue;
    if (wants_node) {
      if (found.size + 1 >= open.size()) return {};
      found.digits[found.size] = choose(here.node, below);
      open[++found.size] = {below, 0};
      continue;
    }
    for (std::size_t length = found.size + 1; length <= longest; ++length) {
      const DigitOutcome outcome = leaf(below, length);
      if (!outcome.found || outcome.value >= 32 || outcome.extra >= 32) continue;
      if ((values >> outcome.value & 1) == 0 || (extras >> outcome.extra & 1) == 0) continue;
      found.digits[found.size] = choose(here.node, below);
      for (++found.size; found.size < length; ++found.size) found.digits[found.size] = choose(0, 0);
      return found;
    }
  }
  return {};
}

}  // namespace vestibule::atlas

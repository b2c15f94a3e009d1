#include "vestibule/atlas/digit_table.hpp"

#include <algorithm>

namespace vestibule::atlas {
namespace {

constexpr std::uint32_t inline_child = 0;
constexpr std::uint32_t sized_child = 127;
constexpr std::uint32_t last_group = 0x80;
constexpr std::uint32_t long_mask = 255;
constexpr std::size_t min_length = 2;

constexpr bool is_child(std::uint32_t code) { return code == inline_child || code == sized_child; }
constexpr std::uint32_t bit_of(char digit) { return 1U << (static_cast<unsigned char>(digit) - '0'); }

}  // namespace

DigitTable::Node DigitTable::node_at(std::size_t at) const {
  Node node;
  bool last = false;
  while (!last && node.count < node.groups.size() && at < bytes_.size()) {
    Group& group = node.groups[node.count++];
    const std::uint32_t number = read_u8(bytes_, at++);
    if (number == long_mask) {
      group.mask = read_u16(bytes_, at);
      at += 2;
    } else {
      group.mask = read_u8(masks_, number) | read_u8(masks_, number + long_mask) << 8;
    }
    const std::uint32_t code = read_u8(bytes_, at++);
    last = (code & last_group) != 0;
    group.code = code & ~last_group;
    if (group.code == sized_child) {
      group.size = read_u16(bytes_, at);
      at += 2;
    }
  }
  node.end = at;
  return node;
}

// Behind the node and all of its children.
std::size_t DigitTable::after_node(std::size_t at) const {
  for (std::size_t open = 1; open > 0 && at < bytes_.size(); --open) {
    bool last = false;
    while (!last && at < bytes_.size()) {
      at += read_u8(bytes_, at) == long_mask ? 3U : 1U;
      const std::uint32_t code = read_u8(bytes_, at++);
      last = (code & last_group) != 0;
      if (is_child(code & ~last_group)) ++open;
      if ((code & ~last_group) == sized_child) at += 2;
    }
  }
  return at;
}

std::size_t DigitTable::child_of(const Node& node, std::size_t group) const {
  std::size_t at = node.end;
  for (std::size_t i = 0; i < group; ++i) {
    if (!is_child(node.groups[i].code)) continue;
    at = node.groups[i].size != 0 ? at + node.groups[i].size : after_node(at);
  }
  return at;
}

DigitTable::Part DigitTable::part(std::size_t number) const {
  const std::size_t at = 1 + 3 * number;
  const std::uint32_t extra = read_u8(bytes_, at + 1);
  const std::uint32_t range = read_u8(bytes_, at + 2);
  const std::size_t first = min_length + (range & 15);
  return {static_cast<std::uint8_t>(read_u8(bytes_, at)), static_cast<std::uint8_t>(extra & 0x7F), first,
          std::min<std::size_t>(first + (range >> 4), longest), (extra & 0x80) != 0};
}

DigitOutcome DigitTable::leaf(std::uint32_t code, std::size_t length) const {
  const std::size_t count = read_u8(bytes_, 0);
  for (std::size_t i = code - 1; i < count; ++i) {
    const Part one = part(i);
    if (length >= one.first && length <= one.last) return {one.value, one.extra, true};
    if (!one.more) break;
  }
  return {};
}

std::uint32_t DigitTable::leaf_values(std::uint32_t code, std::size_t least) const {
  const std::size_t count = read_u8(bytes_, 0);
  std::uint32_t values = 0;
  for (std::size_t i = code - 1; i < count; ++i) {
    const Part one = part(i);
    if (one.last >= least && one.value < 32) values |= 1U << one.value;
    if (!one.more) break;
  }
  return values;
}

// The hot path, so no Node is made: one pass over the groups of a node finds the one that holds the digit, the children
// that stand before its own, and the end of the node, where they begin.
DigitOutcome DigitTable::find(std::string_view digits) const {
  const auto byte = [&](std::size_t at) { return read_u8(bytes_, at); };
  std::size_t at = root();
  for (std::size_t depth = 0; at < bytes_.size() && depth <= digits.size(); ++depth) {
    const bool ended = depth == digits.size();
    const std::uint32_t bit = ended ? 0 : bit_of(digits[depth]);
    std::array<std::uint16_t, 11> skipped{};  // sizes of the children before the one taken; 0: not said
    std::size_t skips = 0;
    bool found = false;
    std::uint32_t taken = 0;
    for (bool last = false; !last && at < bytes_.size();) {
      const std::uint32_t number = byte(at);
      const bool long_form = number == long_mask;
      if (!found) {
        const std::uint32_t mask =
            long_form ? read_u16(bytes_, at + 1) : read_u8(masks_, number) | read_u8(masks_, number + long_mask) << 8;
        found = ended ? mask == 0 : (mask & bit) != 0;
        taken = byte(at + (long_form ? 3U : 1U)) & ~last_group;
        if (found && !is_child(taken)) return leaf(taken, digits.size());
        if (!found && is_child(taken) && skips < skipped.size()) {
          const std::size_t size_at = at + (long_form ? 4U : 2U);
          skipped[skips++] = static_cast<std::uint16_t>(taken == sized_child ? read_u16(bytes_, size_at) : 0);
        }
      }
      at += long_form ? 3U : 1U;
      const std::uint32_t code = byte(at++);
      last = (code & last_group) != 0;
      if ((code & ~last_group) == sized_child) at += 2;
    }
    if (!found) return {};
    for (std::size_t i = 0; i < skips; ++i) at = skipped[i] != 0 ? at + skipped[i] : after_node(at);
  }
  return {};
}

std::uint32_t DigitTable::reachable(std::string_view digits) const {
  std::size_t at = root();
  for (const char digit : digits) {
    const Node node = node_at(at);
    std::size_t i = 0;
    while (i < node.count && (node.groups[i].mask & bit_of(digit)) == 0) ++i;
    if (i == node.count) return 0;
    if (!is_child(node.groups[i].code)) return leaf_values(node.groups[i].code, digits.size());
    at = child_of(node, i);
  }
  // The children of a node stand right behind it, so everything below is one run of bytes.
  const std::size_t end = after_node(at);
  std::uint32_t values = 0;
  while (at < end) {
    const Node node = node_at(at);
    for (std::size_t i = 0; i < node.count; ++i) {
      if (!is_child(node.groups[i].code)) values |= leaf_values(node.groups[i].code, digits.size());
    }
    at = node.end;
  }
  return values;
}

std::uint32_t DigitTable::lengths() const {
  std::uint32_t lengths = 0;
  const std::size_t count = read_u8(bytes_, 0);
  for (std::size_t i = 0; i < count; ++i) {
    const Part one = part(i);
    lengths |= ((2U << one.last) - 1) & ~((1U << one.first) - 1);
  }
  return lengths;
}

DigitTable::Example DigitTable::example(std::uint32_t values, std::uint32_t extras) const {
  struct Open {
    Node node;
    std::size_t next = 0;
  };
  std::array<Open, longest + 1> open{};
  Example found;
  // Digits go on counting where the plan allows: 201 234 5678.
  const auto choose = [&](std::uint32_t mask) {
    const int before = found.size == 0 ? 1 : found.digits[found.size - 1] - '0';
    for (int step = 1; step <= 10; ++step) {
      const int digit = (before + step) % 10;
      if ((mask >> digit & 1) != 0) return static_cast<char>('0' + digit);
    }
    return '0';
  };
  open[0].node = node_at(root());
  // Every step of a sound table reads a byte of its own.
  for (std::size_t steps = 0; steps < bytes_.size(); ++steps) {
    Open& here = open[found.size];
    if (here.next == here.node.count) {
      if (found.size == 0) return {};
      --found.size;
      continue;
    }
    const std::size_t i = here.next++;
    Group group = here.node.groups[i];
    // The first group that holds a digit counts.
    for (std::size_t before = 0; before < i; ++before) group.mask &= ~here.node.groups[before].mask;
    if (group.mask == 0) continue;
    if (is_child(group.code)) {
      if (found.size + 1 >= open.size()) return {};
      const std::size_t child = child_of(here.node, i);
      found.digits[found.size] = choose(group.mask);
      open[++found.size] = {node_at(child), 0};
      continue;
    }
    for (std::size_t length = found.size + 1; length <= longest; ++length) {
      const DigitOutcome outcome = leaf(group.code, length);
      if (!outcome.found || outcome.value >= 32 || outcome.extra >= 32) continue;
      if ((values >> outcome.value & 1) == 0 || (extras >> outcome.extra & 1) == 0) continue;
      std::uint32_t mask = group.mask;
      while (found.size < length) {
        const char digit = choose(mask);
        found.digits[found.size++] = digit;
        mask = 0x3FF;
      }
      return found;
    }
  }
  return {};
}

}  // namespace vestibule::atlas

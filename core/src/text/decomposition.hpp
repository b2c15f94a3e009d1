// One step of decomposing or composing a character. Internal to text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vestibule::text {

struct Pair {
  char32_t first;
  char32_t second;  // 0: there is none
};

// Sets `pair` to the canonical mapping of a code point, Hangul syllables included; false when there is none.
[[nodiscard]] bool decompose_once(char32_t code_point, Pair& pair);

// The character that stands for the two in NFC; 0 when there is none.
[[nodiscard]] char32_t compose_pair(char32_t first, char32_t second);

// Runs of code points that have a mapping. They stand in blocks, which are found by halving and then read through: of each
// run the gap to the one before in the block, how many code points it has, and how much more its mappings weigh.
struct RunTable {
  std::span<const std::uint32_t> first;   // of each block: where its first run begins
  std::span<const std::uint16_t> at;      // where its runs stand in `runs`
  std::span<const std::uint16_t> before;  // what the mappings before it weigh
  std::span<const std::uint8_t> runs;

  struct Run {
    char32_t first = 0;
    std::uint32_t count = 0;
    std::size_t before = 0;  // what the mappings before it weigh
  };
  // The run that a code point is in; one of no code points when there is none.
  [[nodiscard]] Run find(char32_t code_point) const;
  // The run that mapping number `place` is in, where each weighs one.
  [[nodiscard]] Run holding(std::size_t place) const;

 private:
  template <class Wanted>
  [[nodiscard]] Run find_in(std::size_t block, Wanted wanted) const;
};

// Decomposed text on its way to being composed: one segment at a time, so that memory is bound by the longest run of marks.
class Segment {
 public:
  // Appends the canonical decomposition of a code point.
  void add(char32_t code_point);
  // Appends a code point as it is.
  void add_decomposed(char32_t code_point);
  [[nodiscard]] bool empty() const { return characters_.empty(); }

  // Puts marks into canonical order.
  void order();
  // U+0345 sorts as a mark and folds to a letter: to be called between order() and compose().
  void fold_ypogegrammeni();
  void compose();

  [[nodiscard]] std::size_t size() const { return characters_.size(); }
  [[nodiscard]] char32_t operator[](std::size_t i) const { return characters_[i] & 0x1FFFFF; }
  void clear() { characters_.clear(); }

 private:
  std::vector<std::uint32_t> characters_;  // code point | combining class << 24
};

}  // namespace vestibule::text

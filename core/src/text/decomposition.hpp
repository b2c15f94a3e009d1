// One step of decomposing or composing a character. Internal to text.
#pragma once

#include <cstddef>
#include <cstdint>
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

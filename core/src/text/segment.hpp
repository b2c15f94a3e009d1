// Decomposed text on its way to being composed. Internal to text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace vestibule::text {

// One segment at a time, so that memory is bound by the longest run of marks.
class Segment {
 public:
  // Appends the canonical decomposition of a code point.
  void add(char32_t code_point);
  // Appends a code point as it is.
  void add_decomposed(char32_t code_point);

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

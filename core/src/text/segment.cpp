#include "segment.hpp"

#include <array>

#include "mappings.hpp"
#include "unicode_data.hpp"

namespace vestibule::text {

void Segment::add(char32_t code_point) {
  Mapping mapping;
  const std::size_t size = decompose(code_point, Form::canonical, mapping);
  if (size == 0) add_decomposed(code_point);
  for (std::size_t i = 0; i < size; ++i) add_decomposed(mapping[i]);
}

void Segment::add_decomposed(char32_t code_point) {
  const std::uint32_t combining_class = code_point < 0x300 ? 0 : properties_of(code_point).combining_class();
  characters_.push_back(static_cast<std::uint32_t>(code_point) | combining_class << 24);
}

namespace {

constexpr std::uint32_t class_of(std::uint32_t character) { return character >> 24; }

// Stable, by combining class. A short run is sorted by insertion; a long one, which only an attacker writes, by counting.
void sort_marks(std::uint32_t* begin, std::uint32_t* end) {
  constexpr std::ptrdiff_t short_run = 32;
  if (end - begin > short_run) {
    std::array<std::size_t, 257> place{};
    for (const std::uint32_t* mark = begin; mark != end; ++mark) ++place[class_of(*mark) + 1];
    for (std::size_t i = 1; i < place.size(); ++i) place[i] += place[i - 1];
    const std::vector<std::uint32_t> marks(begin, end);
    for (const std::uint32_t mark : marks) begin[place[class_of(mark)]++] = mark;
    return;
  }
  for (std::uint32_t* mark = begin; mark != end; ++mark) {
    const std::uint32_t moved = *mark;
    std::uint32_t* to = mark;
    for (; to != begin && class_of(to[-1]) > class_of(moved); --to) *to = to[-1];
    *to = moved;
  }
}

}  // namespace

void Segment::order() {
  std::uint32_t* const end = characters_.data() + characters_.size();
  for (std::uint32_t* at = characters_.data(); at != end;) {
    if (class_of(*at) == 0) {
      ++at;
      continue;
    }
    std::uint32_t* const begin = at;
    while (at != end && class_of(*at) != 0) ++at;
    sort_marks(begin, at);
  }
}

void Segment::fold_ypogegrammeni() {
  for (std::uint32_t& character : characters_) {
    if ((character & 0x1FFFFF) == 0x0345) character = 0x03B9;
  }
}

void Segment::compose() {
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t starter = none;
  std::size_t size = 0;
  std::uint32_t last_class = 0;
  for (const std::uint32_t character : characters_) {
    const std::uint32_t combining_class = class_of(character);
    // A character composes with the starter unless one between them has its class or a higher one, or is a starter.
    if (starter != none && (size == starter + 1 || last_class < combining_class)) {
      const char32_t composite = compose_pair(characters_[starter], character & 0x1FFFFF);
      if (composite != 0) {
        characters_[starter] = static_cast<std::uint32_t>(composite);
        continue;
      }
    }
    if (combining_class == 0) starter = size;
    last_class = combining_class;
    characters_[size++] = character;
  }
  characters_.resize(size);
}

}  // namespace vestibule::text

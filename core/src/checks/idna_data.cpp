#include "vestibule/checks/idna_data.hpp"

#include <algorithm>

#include "vestibule/atlas/bytes.hpp"

namespace vestibule::checks {
namespace {

constexpr std::size_t header_bytes = 8;
constexpr std::size_t index_bytes = 5;

// Reads on from a place; beyond the end there are zeros.
struct Cursor {
  std::string_view bytes;
  std::size_t at;

  [[nodiscard]] bool done() const { return at >= bytes.size(); }
  std::uint32_t byte() { return atlas::read_u8(bytes, at++); }
  std::uint32_t varint() {
    std::uint32_t value = 0;
    for (unsigned shift = 0; shift < 28; shift += 7) {
      const std::uint32_t next = byte();
      value |= (next & 0x7F) << shift;
      if (next < 0x80) break;
    }
    return value;
  }
};

struct Block {
  char32_t first;
  std::size_t begin, end;
};

// The last block that begins at or before the code point, found by halving.
std::optional<Block> find_block(std::string_view index, std::size_t size, char32_t code_point) {
  const auto first_of = [&](std::size_t block) {
    const std::size_t at = block * index_bytes;
    return static_cast<char32_t>(atlas::read_u16(index, at) | atlas::read_u8(index, at + 2) << 16);
  };
  std::size_t low = 0;
  std::size_t high = index.size() / index_bytes;
  const std::size_t blocks = high;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (first_of(middle) <= code_point) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == 0) return std::nullopt;
  const std::size_t end = low == blocks ? size : atlas::read_u16(index, low * index_bytes + 3);
  return Block{first_of(low - 1), atlas::read_u16(index, (low - 1) * index_bytes + 3), std::min(end, size)};
}

}  // namespace

IdnaData::IdnaData(std::string_view section) {
  const std::size_t class_index = atlas::read_u16(section, 0) * index_bytes;
  const std::size_t classes = atlas::read_u16(section, 2);
  const std::size_t map_index = atlas::read_u16(section, 4) * index_bytes;
  const std::size_t maps = atlas::read_u16(section, 6);
  if (header_bytes + class_index + classes + map_index + maps > section.size()) return;
  std::size_t at = header_bytes;
  const auto take = [&](std::size_t size) {
    at += size;
    return section.substr(at - size, size);
  };
  class_index_ = take(class_index);
  classes_ = take(classes);
  map_index_ = take(map_index);
  maps_ = take(maps);
}

IdnaClass IdnaData::classify(char32_t code_point) const {
  const auto block = find_block(class_index_, classes_.size(), code_point);
  if (!block) return {};
  char32_t next = block->first;
  for (Cursor cursor{classes_.substr(0, block->end), block->begin}; !cursor.done();) {
    next += cursor.varint();
    const std::uint32_t bits = cursor.byte();
    if (code_point >= next) continue;
    return {(bits & 1) != 0, (bits & 2) != 0, static_cast<Bidi>(bits >> 2 & 7), static_cast<Joining>(bits >> 5)};
  }
  return {};
}

std::optional<std::string_view> IdnaData::own_mapping(char32_t code_point) const {
  const auto block = find_block(map_index_, maps_.size(), code_point);
  if (!block) return std::nullopt;
  char32_t current = block->first;
  for (Cursor cursor{maps_.substr(0, block->end), block->begin}; !cursor.done();) {
    current += cursor.varint();
    const std::uint32_t size = cursor.byte();
    if (current > code_point) break;
    if (current == code_point) return atlas::slice(cursor.bytes, cursor.at, size);
    cursor.at += size;
  }
  return std::nullopt;
}

}  // namespace vestibule::checks

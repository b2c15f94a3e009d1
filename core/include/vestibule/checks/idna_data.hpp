/// The section "IDNA" of the atlas: what UTS 46 says about each code point.
/// Depends on: nothing; atlas/bytes in the implementation.
///
///   u16 class_blocks, u16 class_bytes, u16 map_blocks, u16 map_bytes, little-endian; then four parts without gaps:
///   class_blocks x { u24 first code point, u16 place of its first run in the next part }
///   class_bytes  of runs { varint length, u8 class }: code points that have one class, from the block's first one on
///   map_blocks   x { u24 code point, u16 place of its first entry in the next part }
///   map_bytes    of entries { varint distance, u8 size, size bytes of UTF-8 }: the code point lies `distance` after the
///                one before, in the first entry of a block after the block's own
///
/// Made by scripts/build-atlas. A damaged section answers wrongly, and never reads outside of itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace vestibule::checks {

/// The bidirectional classes that RFC 5893 tells apart.
enum class Bidi : std::uint8_t { left, right, arabic_number, european_number, neutral, mark, other };
/// The joining types that RFC 5892 A.1 tells apart; `virama` is canonical combining class 9, whatever its type.
enum class Joining : std::uint8_t { none, dual, left, right, transparent, virama };

struct IdnaClass {
  bool valid = false;  ///< not refused: may stand in a label, or is mapped to what may
  bool mark = false;   ///< general category M: may not begin one
  Bidi bidi{};
  Joining joining{};
};

class IdnaData {
 public:
  /// No data: loaded() is false, nothing is valid.
  constexpr IdnaData() = default;
  /// `section` must outlive this.
  explicit IdnaData(std::string_view section);

  [[nodiscard]] bool loaded() const { return !classes_.empty(); }

  /// Cost: a binary search, then at most 64 runs.
  [[nodiscard]] IdnaClass classify(char32_t code_point) const;

  /// What a valid code point is mapped to where that is not what text::fold makes of it: itself for one that stays, "" for one that is
  /// dropped. Cost: a binary search, then at most 32 entries.
  [[nodiscard]] std::optional<std::string_view> own_mapping(char32_t code_point) const;

 private:
  std::string_view class_index_, classes_, map_index_, maps_;
};

}  // namespace vestibule::checks

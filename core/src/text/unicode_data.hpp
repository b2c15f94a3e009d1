// What the Unicode tables say of one code point, all of it in one look. Internal to text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "vestibule/text/classify.hpp"
#include "vestibule/text/scripts.hpp"

namespace vestibule::text {

// Whether a code point may stand in NFC (UAX 15, NFC_Quick_Check).
enum class InNfc : std::uint8_t { yes, maybe, no };

class Properties {
 public:
  constexpr explicit Properties(std::uint32_t bits) : bits_{bits} {}

  [[nodiscard]] constexpr CharacterClass character_class() const { return static_cast<CharacterClass>(bits_ & 0xF); }
  [[nodiscard]] constexpr InNfc in_nfc() const { return static_cast<InNfc>((bits_ >> 4) & 3); }
  [[nodiscard]] constexpr Joins joins() const { return static_cast<Joins>((bits_ >> 6) & 3); }
  [[nodiscard]] constexpr std::uint8_t combining_class() const { return static_cast<std::uint8_t>(bits_ >> 8); }
  [[nodiscard]] constexpr Script script() const { return static_cast<Script>((bits_ >> 16) & 0xF); }
  [[nodiscard]] constexpr bool lookalike() const { return (bits_ >> 20 & 1) != 0; }

  // True where normalising may cut: nothing before this code point changes what it becomes, or is changed by it.
  [[nodiscard]] constexpr bool begins_segment() const { return (bits_ & 0xFF30) == 0; }

 private:
  std::uint32_t bits_;
};

[[nodiscard]] Properties properties_of(char32_t code_point);

// A number of a table in bytes of seven bits, the lowest first; the top bit says that more follow.
[[nodiscard]] std::uint32_t read_variable(const std::uint8_t* bytes, std::size_t& at);

// 0, 1, 2, 3 as 0, -1, 1, -2.
constexpr std::int32_t with_sign(std::uint32_t number) {
  return static_cast<std::int32_t>((number >> 1) ^ (0 - (number & 1)));
}

// Code points without a gap that a table says something of.
struct Run {
  char32_t first;
  std::uint32_t count;
  std::uint32_t before;  // how many code points the runs before have
};

// They travel as the gap to the one before and their count, a third of what their places take, and are unpacked once.
void unpack_runs(const std::uint8_t* bytes, std::span<Run> runs);

// The run that a code point is in; nullptr when there is none. Cost: a binary search.
[[nodiscard]] const Run* find_run(std::span<const Run> runs, char32_t code_point);

}  // namespace vestibule::text

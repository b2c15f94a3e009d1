// Bits as an arithmetic coder packed them: each takes the less room the likelier it was, and how likely it was the reader
// learns from the bits before, as the writer did (scripts/build-atlas.d/phone/bits.ts). Depends on: atlas/bytes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vestibule::atlas {

// How likely a bit is a one, where the same thing was asked before.
class Odds {
 public:
  // Of 0x10000, in steps of 16; never certain.
  [[nodiscard]] std::uint32_t one() const { return (bits_ ^ even) & ~seen_mask; }
  void learn(bool bit);

 private:
  static constexpr std::uint32_t even = 0x8000;
  static constexpr std::uint32_t seen_mask = 15;
  // How likely, and in the low bits how many bits were seen. Even odds are zero, so that a table of odds is made by clearing
  // it; and small, since a browser's first touch of memory takes longer than most of what is done in it.
  std::uint16_t bits_ = 0;
};

// Numbers below 0x7FFF: how many bits value + 1 has behind its first one, and those bits.
struct NumberOdds {
  static constexpr std::size_t most_bits = 15;
  std::array<Odds, most_bits> sizes;
  std::array<std::array<Odds, most_bits>, most_bits + 1> bits;
};

// A number of so many bits, each by those before it.
template <unsigned size>
using DigitsOdds = std::array<Odds, std::size_t{1} << size>;

// Behind the end there are zeros.
class BitReader {
 public:
  explicit BitReader(std::string_view bytes);

  [[nodiscard]] bool bit(Odds& odds);
  // By the mean of what two things make of it.
  [[nodiscard]] bool bit(Odds& first, Odds& second);
  [[nodiscard]] std::uint32_t number(NumberOdds& odds);

  template <std::size_t count>
  [[nodiscard]] std::uint32_t digits(std::array<Odds, count>& odds) {
    std::size_t read = 1;
    while (read < count) read = read * 2 + (bit(odds[read]) ? 1U : 0U);
    return static_cast<std::uint32_t>(read - count);
  }

 private:
  [[nodiscard]] bool take(std::uint32_t one);

  std::string_view bytes_;
  std::size_t at_ = 0;
  // What was read is a number from low to high; the bits say in which part of that range it lies.
  std::uint32_t low_ = 0, high_ = 0xFFFFFFFF, read_ = 0;
};

}  // namespace vestibule::atlas

#include "bit_reader.hpp"

#include <algorithm>

#include "vestibule/atlas/bytes.hpp"

namespace vestibule::atlas {
namespace {

// How far a bit moves the odds, of 0x8000, by how many were seen before: 2 / (2 * seen + 3).
constexpr auto weights = [] {
  std::array<std::uint16_t, 9> all{};
  for (std::size_t seen = 0; seen < all.size(); ++seen)
    all[seen] = static_cast<std::uint16_t>(0x10000 / (2 * seen + 3));
  return all;
}();

}  // namespace

// A plan takes tens of thousands of bits, those of the plans before it among them, read in the first moments of a page, when
// its browser does not inline yet. So there is no division either.
[[gnu::always_inline]] inline void Odds::learn(bool bit) {
  constexpr int certain = 0xFFFF;
  constexpr int least = 32;
  const int before = static_cast<int>(one());
  std::uint32_t seen = bits_ & seen_mask;
  const int toward = (bit ? certain : 0) - before;
  const int learnt = std::clamp(before + (toward * weights[seen] >> 15), least, certain - least);
  if (seen + 1 < weights.size()) ++seen;
  bits_ = static_cast<std::uint16_t>(((static_cast<std::uint32_t>(learnt) ^ even) & ~seen_mask) | seen);
}

BitReader::BitReader(std::string_view bytes) : bytes_{bytes} {
  for (; at_ < 4; ++at_) read_ = read_ << 8 | read_u8(bytes_, at_);
}

[[gnu::always_inline]] inline bool BitReader::take(std::uint32_t one) {
  // (high - low) * one / 0x10000, without its 48 bits.
  const std::uint32_t range = high_ - low_;
  const std::uint32_t split = low_ + (range >> 16) * one + ((range & 0xFFFF) * one >> 16);
  const bool bit = read_ <= split;
  if (bit) {
    high_ = split;
  } else {
    low_ = split + 1;
  }
  while (low_ >> 24 == high_ >> 24) {
    low_ <<= 8;
    high_ = high_ << 8 | 0xFF;
    read_ = read_ << 8 | read_u8(bytes_, at_++);
  }
  return bit;
}

bool BitReader::bit(Odds& odds) {
  const bool bit = take(odds.one());
  odds.learn(bit);
  return bit;
}

bool BitReader::bit(Odds& first, Odds& second) {
  const bool bit = take((first.one() + second.one()) / 2);
  first.learn(bit);
  second.learn(bit);
  return bit;
}

std::uint32_t BitReader::number(NumberOdds& odds) {
  std::size_t size = 0;
  while (size < NumberOdds::most_bits && bit(odds.sizes[size])) ++size;
  std::uint32_t value = 1;
  for (std::size_t at = size; at > 0; --at) value = value * 2 + (bit(odds.bits[size][at - 1]) ? 1U : 0U);
  return value - 1;
}

}  // namespace vestibule::atlas

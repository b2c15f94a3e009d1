/// Randomness that is the same with every compiler and library: xoshiro256**, seeded by SplitMix64.
/// Depends on: nothing. The distributions of std:: differ between libraries, so none is used.
#pragma once

#include <array>
#include <cstdint>

namespace vestibule::simulation {

class Random {
 public:
  /// Streams of one seed are independent: what one of them is asked for does not move another.
  Random(std::uint64_t seed, std::uint64_t stream) {
    std::uint64_t mixer = seed * 0x2545F4914F6CDD1DULL + stream;
    for (std::uint64_t& word : state_) word = split_mix(mixer);
  }

  std::uint64_t next() {
    const std::uint64_t result = rotate(state_[1] * 5, 7) * 9;
    const std::uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = rotate(state_[3], 45);
    return result;
  }

  /// 0 to bound - 1; 0 where bound is 0. The bias is below bound / 2^32.
  std::uint32_t below(std::uint32_t bound) {
    return static_cast<std::uint32_t>(((next() >> 32) * std::uint64_t{bound}) >> 32);
  }

  /// Both ends included.
  std::uint32_t between(std::uint32_t least, std::uint32_t most) { return least + below(most - least + 1); }

  bool chance(std::uint32_t per_mille) { return below(1000) < per_mille; }

 private:
  static constexpr std::uint64_t rotate(std::uint64_t word, int count) {
    return (word << count) | (word >> (64 - count));
  }
  static constexpr std::uint64_t split_mix(std::uint64_t& state) {
    std::uint64_t mixed = (state += 0x9E3779B97F4A7C15ULL);
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31);
  }

  std::array<std::uint64_t, 4> state_{};
};

}  // namespace vestibule::simulation

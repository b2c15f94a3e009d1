/// Numbers that look random and are the same for the same seed everywhere: tests that use them can be repeated.
/// Depends on: nothing. The generator is xorshift64* (Vigna, An experimental exploration of Marsaglia's xorshift generators).
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>

namespace vestibule::test {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_{seed != 0 ? seed : 1} {}

  std::uint64_t next() {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return state_ * 0x2545F4914F6CDD1DULL;
  }

  /// 0 to `bound` - 1. Precondition: bound > 0.
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>((next() >> 11) % bound); }

  /// True `percent` times of a hundred.
  bool chance(std::size_t percent) { return below(100) < percent; }

  /// One element of a range that is not empty.
  template <class Items>
  const auto& pick(const Items& items) {
    return items[below(std::size(items))];
  }

  template <class Items>
  void shuffle(Items& items) {
    using std::swap;
    for (std::size_t i = std::size(items); i > 1; --i) swap(items[i - 1], items[below(i)]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace vestibule::test

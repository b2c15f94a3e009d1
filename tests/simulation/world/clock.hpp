/// The clock on the wall, which jumps; time that passes is the scheduler's.
/// Depends on: frame/run.
#pragma once

#include <cstdint>

#include "frame/run.hpp"

namespace vestibule::simulation {

class Clock {
 public:
  explicit Clock(const Run& run) : run_{run} {}

  /// Milliseconds since 1970.
  [[nodiscard]] std::uint64_t wall() const { return begin + run_.now() + ahead_ - day; }
  /// From now on it is `ahead` minus a day ahead of the true time.
  void set(std::uint64_t ahead) { ahead_ = ahead; }
  void set_right() { ahead_ = day; }

 private:
  static constexpr std::uint64_t begin = 1'800'000'000'000;

  const Run& run_;
  std::uint64_t ahead_ = day;
};

}  // namespace vestibule::simulation

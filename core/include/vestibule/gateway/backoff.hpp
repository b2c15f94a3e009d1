/// How long to wait before trying again.
/// Depends on: gateway/intent.
///
/// Source: lifecycle-and-sync 1.6.
#pragma once

#include <algorithm>
#include <cstdint>

#include "vestibule/gateway/intent.hpp"

namespace vestibule::gateway {

inline constexpr Millis backoff_base = 500;
inline constexpr Millis backoff_max = 30'000;

/// Full jitter: anything from 0 to the base doubled `tries` times, at most backoff_max. `random` is any 32 bits.
[[nodiscard]] constexpr Millis backoff(std::uint32_t tries, std::uint32_t random) {
  const Millis most = std::min(backoff_max, backoff_base << std::min(tries, 16U));
  return (most * random) >> 32;
}

}  // namespace vestibule::gateway

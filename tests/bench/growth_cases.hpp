// What growth_bench measures: every scanner of the core with the input that is hardest for it. A new one is a line.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace vestibule::bench {

struct GrowthCase {
  const char* scanner;
  const char* input;                      // what it is made of, for people
  std::string_view head, repeated, tail;  // the input: the middle part as often as it fits
  std::size_t (*run)(std::string_view);   // what it gives keeps the work from being left out
};

[[nodiscard]] std::span<const GrowthCase> growth_cases();

// The input of a case in `size` bytes at most, cut at a whole part.
[[nodiscard]] std::string make_input(const GrowthCase& one, std::size_t size);

}  // namespace vestibule::bench

// What every fuzzer holds the core to, beyond not crashing. A broken promise ends the program, which libFuzzer reports
// together with the input.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "vestibule/validation/options.hpp"
#include "vestibule/validation/result.hpp"

namespace vestibule::fuzz {

// Ends the program unless the promise is kept.
void require(bool kept, const char* promise);

// The options one byte of input stands for: bit 0 patch, bit 1 API, bits 2-3 one of four countries.
[[nodiscard]] validation::Options options_from(std::uint8_t byte);

// Ok and errors exclude each other; a refused record has no value; findings stay within their bound.
void require_consistent(const validation::CheckResult& result);

// An accepted value, written as JSON and checked again, is accepted, equal and unchanged.
void require_stable(const validation::CheckResult& result, const validation::Options& options);

// Takes the first byte off the input; 0 when there is none.
[[nodiscard]] inline std::uint8_t take_byte(std::string_view& input) {
  if (input.empty()) return 0;
  const auto byte = static_cast<std::uint8_t>(input.front());
  input.remove_prefix(1);
  return byte;
}

// libFuzzer's bytes as text. The block it hands over has exactly this size, so a read beyond it is seen.
[[nodiscard]] inline std::string_view view_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace vestibule::fuzz

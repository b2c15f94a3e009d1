// What the native benchmarks are told on their command line.
#pragma once

#include <charconv>
#include <string_view>

namespace vestibule::bench {

// Reads a whole number, and nothing behind it.
inline bool read_number(std::string_view text, int& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace vestibule::bench

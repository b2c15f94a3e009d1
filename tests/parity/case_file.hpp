// One input of the parity run, and the framing of the file that carries them:
//
//   repeated   | options: u32 | size: u32 | bytes |        little-endian; options as in wasm/bindings/bridge.hpp
//
// The digest over the answers frames each as  | size: u32 | result JSON |.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vestibule::parity {

struct Case {
  std::uint32_t options = 0;
  std::string bytes;
};

inline void append_u32(std::string& out, std::size_t value) {
  for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>((value >> shift) & 0xFF));
}

inline void append_case(std::string& out, const Case& one) {
  append_u32(out, one.options);
  append_u32(out, one.bytes.size());
  out += one.bytes;
}

inline std::uint32_t country_bits(std::string_view alpha2) {
  if (alpha2.size() != 2) return 0;
  return static_cast<std::uint32_t>(static_cast<unsigned char>(alpha2[0])) << 8 |
         static_cast<std::uint32_t>(static_cast<unsigned char>(alpha2[1])) << 16;
}

}  // namespace vestibule::parity

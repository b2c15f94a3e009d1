// Writing the numbers that atlas/bytes.hpp reads. Depends on: nothing.
#pragma once

#include <cstddef>
#include <string>

namespace vestibule::atlas {

inline void append_u8(std::string& out, std::size_t value) { out.push_back(static_cast<char>(value & 0xFF)); }

inline void append_u16(std::string& out, std::size_t value) {
  append_u8(out, value);
  append_u8(out, value >> 8);
}

inline void append_u32(std::string& out, std::size_t value) {
  append_u16(out, value);
  append_u16(out, value >> 16);
}

}  // namespace vestibule::atlas

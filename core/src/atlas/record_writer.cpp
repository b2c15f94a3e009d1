#include "record_writer.hpp"

namespace vestibule::atlas {

void append_u8(std::string& out, std::size_t value) { out.push_back(static_cast<char>(value & 0xFF)); }

void append_u16(std::string& out, std::size_t value) {
  append_u8(out, value);
  append_u8(out, value >> 8);
}

void append_u32(std::string& out, std::size_t value) {
  append_u16(out, value);
  append_u16(out, value >> 16);
}

}  // namespace vestibule::atlas

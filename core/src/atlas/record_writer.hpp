// Writing the numbers that atlas/bytes.hpp reads. Depends on: nothing.
#pragma once

#include <cstddef>

namespace vestibule::atlas {

// Writes one number behind the other; whoever gives the room knows that it is enough.
class RecordWriter {
 public:
  explicit RecordWriter(char* room) : at_{room} {}

  void u8(std::size_t value) { *at_++ = static_cast<char>(value & 0xFF); }
  void u16(std::size_t value) {
    u8(value);
    u8(value >> 8);
  }
  void u32(std::size_t value) {
    u16(value);
    u16(value >> 16);
  }

 private:
  char* at_;
};

}  // namespace vestibule::atlas

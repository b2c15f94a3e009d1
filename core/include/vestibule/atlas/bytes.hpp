/// Reading numbers of the atlas: little-endian, and never beyond the bytes, whatever an offset says.
/// Depends on: nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vestibule::atlas {

/// The byte at `offset`; 0 beyond the end.
[[nodiscard]] constexpr std::uint32_t read_u8(std::string_view bytes, std::size_t offset) {
  return offset < bytes.size() ? static_cast<unsigned char>(bytes[offset]) : 0U;
}

/// The two bytes at `offset`, those beyond the end being 0. One look at the size, where nearly every read passes.
[[nodiscard]] constexpr std::uint32_t read_u16(std::string_view bytes, std::size_t offset) {
  if (bytes.size() < 2 || offset > bytes.size() - 2) return read_u8(bytes, offset);
  return static_cast<unsigned char>(bytes[offset]) |
         static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[offset + 1])) << 8;
}

/// The four bytes at `offset`, in the same way.
[[nodiscard]] constexpr std::uint32_t read_u32(std::string_view bytes, std::size_t offset) {
  return read_u16(bytes, offset) | read_u16(bytes, offset + 2) << 16;
}

/// Up to `size` bytes from `offset`; fewer, or none, where the end comes first.
[[nodiscard]] constexpr std::string_view slice(std::string_view bytes, std::size_t offset, std::size_t size) {
  return offset < bytes.size() ? bytes.substr(offset, size) : std::string_view{};
}

}  // namespace vestibule::atlas

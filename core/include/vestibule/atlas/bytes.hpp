/// Reading numbers of the atlas: little-endian, and never beyond the bytes, whatever an offset says.
/// Depends on: nothing.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace vestibule::atlas {

/// The byte at `offset`; 0 beyond the end.
[[nodiscard]] constexpr std::uint32_t read_u8(std::string_view bytes, std::size_t offset) {
  return offset < bytes.size() ? static_cast<unsigned char>(bytes[offset]) : 0U;
}

/// The number in the first bytes of `bytes`, which has as many: one load where the machine is little-endian too. Compilers do
/// not always see that in single bytes put together.
template <typename Number>
[[nodiscard]] Number load(const char* bytes) {
  Number number = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&number, bytes, sizeof number);
  } else {
    for (std::size_t i = sizeof number; i-- > 0;) {
      number = static_cast<Number>(number << 8 | static_cast<unsigned char>(bytes[i]));
    }
  }
  return number;
}

/// The two bytes at `offset`, those beyond the end being 0. One look at the size, where nearly every read passes.
[[nodiscard]] inline std::uint32_t read_u16(std::string_view bytes, std::size_t offset) {
  if (bytes.size() < 2 || offset > bytes.size() - 2) return read_u8(bytes, offset);
  return load<std::uint16_t>(bytes.data() + offset);
}

/// The four bytes at `offset`, in the same way.
[[nodiscard]] inline std::uint32_t read_u32(std::string_view bytes, std::size_t offset) {
  if (bytes.size() < 4 || offset > bytes.size() - 4) return read_u16(bytes, offset) | read_u16(bytes, offset + 2) << 16;
  return load<std::uint32_t>(bytes.data() + offset);
}

/// Up to `size` bytes from `offset`; fewer, or none, where the end comes first.
[[nodiscard]] constexpr std::string_view slice(std::string_view bytes, std::size_t offset, std::size_t size) {
  return offset < bytes.size() ? bytes.substr(offset, size) : std::string_view{};
}

}  // namespace vestibule::atlas

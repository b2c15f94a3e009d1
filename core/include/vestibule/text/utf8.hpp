/// Reading and writing UTF-8 (RFC 3629).
/// Depends on: nothing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vestibule::text {

/// Offset of the first byte that does not begin a well-formed sequence; `input.size()` when all do.
/// Overlong forms, surrogates, values above U+10FFFF and cut sequences are not well formed.
/// Cost: linear, no allocation.
[[nodiscard]] std::size_t first_invalid_utf8(std::string_view input);

struct Decoded {
  char32_t code_point;
  std::size_t size;  ///< bytes read, 1 to 4
};

/// The code point at `offset`. Precondition: `input` is valid UTF-8 and `offset` begins a sequence.
[[nodiscard]] inline Decoded decode(std::string_view input, std::size_t offset) {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(input[offset + i])); };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {((lead & 0x1F) << 6) | (byte(1) & 0x3F), 2};
  if (lead < 0xF0) return {((lead & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F), 3};
  return {((lead & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) | (byte(3) & 0x3F), 4};
}

/// Appends one Unicode scalar value.
void append_utf8(std::string& out, char32_t code_point);

/// Length in UTF-16 code units, the unit of every field limit. Precondition: `input` is valid UTF-8.
[[nodiscard]] std::size_t utf16_length(std::string_view input);

}  // namespace vestibule::text

#include "vestibule/ids/uuid.hpp"

#include <algorithm>

#include "vestibule/text/ascii.hpp"

namespace vestibule::ids {
namespace {

constexpr std::size_t text_length = 36;

constexpr bool is_hyphen_place(std::size_t i) { return i == 8 || i == 13 || i == 18 || i == 23; }

}  // namespace

bool Uuid::is_max() const {
  return std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte == 0xFF; });
}

Result<Uuid, Code> parse_uuid(std::string_view input) {
  if (input.size() != text_length) return Code::id_syntax;
  Uuid uuid;
  std::size_t digits = 0;
  for (std::size_t i = 0; i < text_length; ++i) {
    if (is_hyphen_place(i)) {
      if (input[i] != '-') return Code::id_syntax;
      continue;
    }
    const int value = text::hex_value(input[i]);
    if (value < 0) return Code::id_syntax;
    std::uint8_t& byte = uuid.bytes[digits / 2];
    byte = static_cast<std::uint8_t>((byte << 4) | value);
    ++digits;
  }
  return uuid;
}

void append_uuid(std::string& out, const Uuid& uuid) {
  constexpr char digits[] = "0123456789abcdef";
  for (std::size_t i = 0; i < uuid.bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) out.push_back('-');
    out.push_back(digits[uuid.bytes[i] >> 4]);
    out.push_back(digits[uuid.bytes[i] & 0xF]);
  }
}

std::string to_string(const Uuid& uuid) {
  std::string out;
  out.reserve(text_length);
  append_uuid(out, uuid);
  return out;
}

Uuid make_uuid_v4(const std::array<std::uint8_t, 16>& random) {
  Uuid uuid{random};
  uuid.bytes[6] = static_cast<std::uint8_t>((uuid.bytes[6] & 0x0F) | 0x40);  // version 4, RFC 9562 section 5.4
  uuid.bytes[8] = static_cast<std::uint8_t>((uuid.bytes[8] & 0x3F) | 0x80);  // variant 10
  return uuid;
}

}  // namespace vestibule::ids

#include "vestibule/ids/uuid.hpp"

#include <algorithm>

#include "vestibule/text/ascii.hpp"

namespace vestibule::ids {
namespace {

constexpr std::size_t text_length = 36;

constexpr bool is_hyphen_place(std::size_t i) { return i == 8 || i == 13 || i == 18 || i == 23; }

constexpr std::size_t time_bytes = 6;  // of a version 7
constexpr std::uint64_t most_ms = (std::uint64_t{1} << 48) - 1;

// Version and variant 10 (RFC 9562 sections 4.1 and 4.2).
void set_version(Uuid& uuid, unsigned version) {
  uuid.bytes[6] = static_cast<std::uint8_t>((uuid.bytes[6] & 0x0FU) | version << 4);
  uuid.bytes[8] = static_cast<std::uint8_t>((uuid.bytes[8] & 0x3FU) | 0x80U);
}

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
  set_version(uuid, 4);
  return uuid;
}

// 48 bits of time, version, 12 bits of randomness, variant, 62 bits of randomness (RFC 9562 section 5.7)
Uuid make_uuid_v7(std::uint64_t unix_ms, const UuidV7Random& random) {
  Uuid uuid;
  for (std::size_t i = 0; i < time_bytes; ++i) {
    uuid.bytes[time_bytes - 1 - i] = static_cast<std::uint8_t>(unix_ms >> (8 * i) & 0xFF);
  }
  std::copy(random.begin(), random.end(), uuid.bytes.begin() + time_bytes);
  set_version(uuid, 7);
  return uuid;
}

Uuid make_uuid_v7_after(const Uuid& previous, std::uint64_t unix_ms, const UuidV7Random& random) {
  const std::uint64_t before = unix_ms_of(previous);
  if (previous.version() != 7 || (unix_ms & most_ms) > before) return make_uuid_v7(unix_ms, random);
  std::uint64_t carry = 1;
  for (std::size_t i = 0; i < 4; ++i) carry += static_cast<std::uint64_t>(random[i]) << (8 * i);
  Uuid next = previous;
  for (std::size_t i = next.bytes.size(); i-- > time_bytes && carry > 0;) {
    const unsigned bits = i == 6 ? 4 : (i == 8 ? 6 : 8);  // the rest of these two are version and variant
    carry += next.bytes[i] & ((1U << bits) - 1);
    next.bytes[i] = static_cast<std::uint8_t>(carry & ((1U << bits) - 1));
    carry >>= bits;
  }
  if (carry > 0) return make_uuid_v7(before + 1, random);
  set_version(next, 7);
  return next;
}

std::uint64_t unix_ms_of(const Uuid& uuid) {
  std::uint64_t ms = 0;
  for (std::size_t i = 0; i < time_bytes; ++i) ms = ms << 8 | uuid.bytes[i];
  return ms;
}

}  // namespace vestibule::ids

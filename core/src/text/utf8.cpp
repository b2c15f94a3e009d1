#include "vestibule/text/utf8.hpp"

#include "vestibule/text/ascii.hpp"

namespace vestibule::text {
namespace {

struct Sequence {
  std::size_t size;
  unsigned char second_min, second_max;  // the range of the second byte excludes overlongs, surrogates and > U+10FFFF
};

// RFC 3629 section 4, UTF8-octets. A size of 0: no sequence begins with this byte.
constexpr Sequence sequence_of(unsigned char lead) {
  if (lead < 0x80) return {1, 0, 0};
  if (lead < 0xC2) return {0, 0, 0};
  if (lead < 0xE0) return {2, 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead < 0xF0) return {3, 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead < 0xF4) return {4, 0x80, 0xBF};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

}  // namespace

std::size_t first_invalid_utf8(std::string_view input) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(input[i]); };
  std::size_t at = ascii_prefix(input);
  while (at < input.size()) {
    const Sequence sequence = sequence_of(byte(at));
    if (sequence.size == 1) {
      ++at;
      continue;
    }
    if (sequence.size == 0 || input.size() - at < sequence.size) return at;
    if (byte(at + 1) < sequence.second_min || byte(at + 1) > sequence.second_max) return at;
    for (std::size_t i = 2; i < sequence.size; ++i) {
      if ((byte(at + i) & 0xC0) != 0x80) return at;
    }
    at += sequence.size;
  }
  return at;
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

std::size_t utf16_length(std::string_view input) {
  std::size_t units = ascii_prefix(input);
  for (const char c : input.substr(units)) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) ++units;  // one unit per sequence ...
    if (byte >= 0xF0) ++units;           // ... and a second one beyond U+FFFF
  }
  return units;
}

}  // namespace vestibule::text

#include "vestibule/text/upper.hpp"

#include "vestibule/text/ascii.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::text {
namespace {

// Simple mappings by the runs of UnicodeData.txt; letters that stand in pairs are even and odd, or odd and even.
constexpr char32_t capital(char32_t c) {
  if (c >= 0xE0 && c <= 0xFE && c != 0xF7) return c - 32;
  if (c == 0xFF) return 0x178;
  if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) || (c >= 0x1E00 && c <= 0x1E95) ||
      (c >= 0x1EA0 && c <= 0x1EFF) || (c >= 0x200 && c <= 0x21F) || (c >= 0x460 && c <= 0x481) ||
      (c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F)) {
    return c == 0x131 ? U'I' : c % 2 == 1 ? c - 1 : c;
  }
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E) || (c >= 0x1CD && c <= 0x1DC)) {
    return c % 2 == 0 ? c - 1 : c;
  }
  if (c == 0x1A1 || c == 0x1B0) return c - 1;
  if (c == 0x259) return 0x18F;
  switch (c) {
    case 0x3AC: return 0x391;
    case 0x3AD: return 0x395;
    case 0x3AE: return 0x397;
    case 0x3AF: return 0x399;
    case 0x3CC: return 0x39F;
    case 0x3CD: return 0x3A5;
    case 0x3CE: return 0x3A9;
    case 0x3C2: return 0x3A3;
    default: break;
  }
  if (c >= 0x3B1 && c <= 0x3C9) return c - 32;
  if (c >= 0x430 && c <= 0x44F) return c - 32;
  if (c >= 0x450 && c <= 0x45F) return c - 80;
  if (c >= 0x561 && c <= 0x586) return c - 48;
  return c;
}

}  // namespace

void append_upper(std::string& out, std::string_view text, CapitalI capital_i) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded current = decode(text, at);
    at += current.size;
    const char32_t c = current.code_point;
    if (c == U'i' && capital_i == CapitalI::dotted) {
      append_utf8(out, 0x130);
    } else if (c < 0x80) {
      out.push_back(to_upper(static_cast<char>(c)));
    } else if (c == 0xDF) {
      out.append("SS");
    } else {
      append_utf8(out, capital(c));
    }
  }
}

}  // namespace vestibule::text

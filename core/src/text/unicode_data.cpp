#include "unicode_data.hpp"

#include <algorithm>
#include <array>

namespace vestibule::text {
namespace {

#include "generated/properties.inc"

// The number of each code point's properties. They travel as runs, which take a fifth less, and are unpacked once.
class Records {
 public:
  static std::uint8_t of(char32_t code_point) {
    static const Records unpacked;
    return unpacked.records_[code_point];
  }

 private:
  Records() {
    auto* to = records_.data();
    std::size_t at = 0;
    for (const std::uint8_t record : property_run_records) {
      to = std::fill_n(to, read_variable(property_run_more, at) + 1, record);
    }
  }

  std::array<std::uint8_t, property_end> records_{};
};

constexpr Properties only(CharacterClass character_class) {
  return Properties{static_cast<std::uint32_t>(character_class)};
}

// Planes 2 and 3 are Han, plane 14 holds what nobody can see, and from plane 15 on all is private.
constexpr Properties above_table(char32_t code_point) {
  if (code_point < 0x40000) {
    const bool compatibility = code_point >= 0x2F800 && code_point <= 0x2FA1D;
    return Properties{static_cast<std::uint32_t>(Script::han) << 16 |
                      static_cast<std::uint32_t>(compatibility ? InNfc::no : InNfc::yes) << 4};
  }
  if (code_point >= 0xF0000) return only(CharacterClass::doubtful);
  if (code_point >= 0xE0100 && code_point <= 0xE01EF) return only(CharacterClass::selector);
  return only(code_point >= 0xE0000 && code_point <= 0xE0FFF ? CharacterClass::tag : CharacterClass::visible);
}

}  // namespace

std::uint32_t read_variable(const std::uint8_t* bytes, std::size_t& at) {
  std::uint32_t value = 0;
  for (int shift = 0;; shift += 7) {
    const std::uint8_t byte = bytes[at++];
    value |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
}

void unpack_runs(const std::uint8_t* bytes, std::span<Run> runs) {
  char32_t next = 0;
  std::uint32_t before = 0;
  std::size_t at = 0;
  for (Run& run : runs) {
    run.first = next + read_variable(bytes, at);
    run.count = read_variable(bytes, at);
    run.before = before;
    next = run.first + run.count;
    before += run.count;
  }
}

const Run* find_run(std::span<const Run> runs, char32_t code_point) {
  const auto after = std::upper_bound(runs.begin(), runs.end(), code_point,
                                      [](char32_t wanted, const Run& run) { return wanted < run.first; });
  if (after == runs.begin()) return nullptr;
  const Run& run = *(after - 1);
  return code_point - run.first < run.count ? &run : nullptr;
}

Properties properties_of(char32_t code_point) {
  if ((code_point & 0xFFFE) == 0xFFFE || (code_point >= 0xFDD0 && code_point <= 0xFDEF)) {
    return only(CharacterClass::noncharacter);
  }
  if (code_point >= property_end) return above_table(code_point);
  return Properties{property_values[Records::of(code_point)]};
}

}  // namespace vestibule::text

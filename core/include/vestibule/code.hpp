/// The stable names of everything a check can find. Rows stand in core/data/codes.csv.
/// Depends on: nothing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace vestibule {

enum class Code : std::uint16_t {
#define VESTIBULE_CODE(enumerator, name, param1, param2) enumerator,
#include "vestibule/generated/codes.inc"
#undef VESTIBULE_CODE
};

struct CodeInfo {
  std::string_view name;                   ///< "email.syntax": public, never renamed
  std::array<std::string_view, 2> params;  ///< names of the parameters in order, "" where there is none
};

[[nodiscard]] constexpr std::uint8_t count_params(std::string_view first, std::string_view second) {
  return static_cast<std::uint8_t>((first.empty() ? 0 : 1) + (second.empty() ? 0 : 1));
}

inline constexpr std::uint8_t code_param_counts[] = {
#define VESTIBULE_CODE(enumerator, name, param1, param2) count_params(param1, param2),
#include "vestibule/generated/codes.inc"
#undef VESTIBULE_CODE
};

inline constexpr std::size_t code_count = std::size(code_param_counts);

/// Name and parameters of all codes, each ended by a zero: views of them would be larger than the texts.
inline constexpr char code_texts[] =
#define VESTIBULE_CODE(enumerator, name, param1, param2) name "\0" param1 "\0" param2 "\0"
#include "vestibule/generated/codes.inc"
#undef VESTIBULE_CODE
    ;

/// Where the texts of each code begin.
inline constexpr auto code_offsets = [] {
  std::array<std::uint16_t, code_count> offsets{};
  std::size_t at = 0;
  for (std::uint16_t& offset : offsets) {
    offset = static_cast<std::uint16_t>(at);
    for (int texts = 0; texts < 3; ++texts) at += std::string_view{code_texts + at}.size() + 1;
  }
  return offsets;
}();
static_assert(sizeof(code_texts) <= 0x10000, "texts of codes: an offset has 16 bits");

[[nodiscard]] constexpr std::size_t param_count(Code code) { return code_param_counts[static_cast<std::size_t>(code)]; }
[[nodiscard]] constexpr std::string_view to_string(Code code) {
  return code_texts + code_offsets[static_cast<std::size_t>(code)];
}
[[nodiscard]] constexpr CodeInfo info(Code code) {
  CodeInfo info{to_string(code), {}};
  const char* before = info.name.data() + info.name.size();
  for (std::string_view& param : info.params) {
    param = before + 1;
    before = param.data() + param.size();
  }
  return info;
}

/// For those who go through all of them.
inline constexpr auto code_table = [] {
  std::array<CodeInfo, code_count> table{};
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = info(static_cast<Code>(i));
  return table;
}();

}  // namespace vestibule

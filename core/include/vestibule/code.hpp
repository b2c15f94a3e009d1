/// The stable names of everything a check can find. Rows stand in core/data/codes.csv.
/// Depends on: nothing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
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

inline constexpr CodeInfo code_table[] = {
#define VESTIBULE_CODE(enumerator, name, param1, param2) CodeInfo{name, {param1, param2}},
#include "vestibule/generated/codes.inc"
#undef VESTIBULE_CODE
};

[[nodiscard]] constexpr const CodeInfo& info(Code code) { return code_table[static_cast<std::size_t>(code)]; }
[[nodiscard]] constexpr std::string_view to_string(Code code) { return info(code).name; }

}  // namespace vestibule

/// Version of the library and of the layout its WebAssembly module speaks.
/// Depends on: nothing.
#pragma once

#include <cstdint>
#include <string_view>

namespace vestibule {

inline constexpr std::string_view version = "0.1.0";

/// Raised whenever a layout on the WebAssembly boundary changes; the package refuses a module of another number.
inline constexpr std::uint32_t abi_version = 6;

}  // namespace vestibule

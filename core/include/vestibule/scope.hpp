/// What this program is for, where that lets a linker leave rules out.
/// Depends on: nothing.
#pragma once

namespace vestibule {

#if defined(__EMSCRIPTEN__)
/// Whether sign-ups by the built-in catalogue are all it judges: Strictness::signup, and no profile. A WebAssembly module
/// answers by the definition it links: the library's, or the one of the module that a browser loads first
/// (wasm/bindings/small.cpp).
[[nodiscard]] bool signup_only();
#else
[[nodiscard]] constexpr bool signup_only() { return false; }
#endif

}  // namespace vestibule

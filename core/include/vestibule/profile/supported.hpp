/// Whether this program reads profiles at all.
/// Depends on: nothing.
#pragma once

namespace vestibule::profile {

#if defined(__EMSCRIPTEN__)
/// A WebAssembly module answers by the definition it links: the library's, or the one of the module that a browser loads
/// first, which reads none (wasm/bindings/small.cpp). The linker then drops every rule about a tenant's own.
[[nodiscard]] bool supported();
#else
[[nodiscard]] constexpr bool supported() { return true; }
#endif

}  // namespace vestibule::profile

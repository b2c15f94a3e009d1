// What a code point is made of, and what two make together. Internal to text. Two files define it: mappings.cpp by tables,
// and host_mappings.cpp, which the module that a browser loads first links in its place, by asking the host.
#pragma once

#include <array>
#include <cstddef>

namespace vestibule::text {

enum class Form : bool { canonical, compatibility };

// U+FDFA is the longest.
using Mapping = std::array<char32_t, 18>;

// Sets the start of `mapping` to the full decomposition of a code point (NFD or NFKD); gives its length, 0 for what stays as
// it is. Hangul syllables stay: whoever decomposes composes again.
[[nodiscard]] std::size_t decompose(char32_t code_point, Form form, Mapping& mapping);

// The character that stands for the two in NFC; 0 when there is none.
[[nodiscard]] char32_t compose_pair(char32_t first, char32_t second);

}  // namespace vestibule::text

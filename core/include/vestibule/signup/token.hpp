/// The mark a sign-up leaves in the record it creates, to find that record again.
/// Depends on: nothing.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace vestibule::signup {

inline constexpr std::size_t token_length = 26;
using TokenBytes = std::array<std::uint8_t, 17>;

/// 26 characters of Crockford base32, the first 130 bits of the caller's randomness. The alphabet has nothing a filter,
/// a URL or a spreadsheet could take for more than text, and no I, L, O or U to be misread.
/// Source: https://www.crockford.com/base32.html
[[nodiscard]] std::string make_token(const TokenBytes& random);

[[nodiscard]] bool is_token(std::string_view text);

}  // namespace vestibule::signup

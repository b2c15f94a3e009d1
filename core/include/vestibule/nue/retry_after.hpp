/// How long a server asks to be left alone.
/// Depends on: nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace vestibule::nue {

/// A server that asks for more is asked again after this. Milliseconds. Source: lifecycle-and-sync 1.6.
inline constexpr std::uint64_t retry_after_max_ms = 300'000;

/// Milliseconds from `now_ms` (since 1970) of a Retry-After: whole seconds, or a date as RFC 9110 5.6.7 writes it today. Nothing
/// for any other text; 0 for a moment that has passed.
/// Source: RFC 9110 10.2.3.
[[nodiscard]] std::optional<std::uint64_t> parse_retry_after(std::string_view text, std::uint64_t now_ms);

}  // namespace vestibule::nue

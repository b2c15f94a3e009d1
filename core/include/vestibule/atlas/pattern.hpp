/// Postal patterns: what a postal code looks like, in a language small enough to carry for every territory.
/// Depends on: nothing.
///
///   pattern     = sequence *( "|" sequence )
///   sequence    = 1*( set [ "?" / "!" ] )
///   set         = "#" digit / "@" letter / "%" either / "[" characters and ranges "]" / a letter, digit, space or "-" itself
///   "?" and "!" make what is before them optional; of a separator (space or "-") the canonical spelling leaves it out with
///   "?" and has it with "!". Of a set of separators the first is the canonical one.
///
/// Patterns come from the regular expressions of Google's address data; the tests hold them to the same verdicts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vestibule::atlas {

/// Whether all of `text` is what the pattern describes, separators included, in either case of letters.
/// Cost: length x atoms; texts of more than 24 bytes never fit.
[[nodiscard]] bool fits_pattern(std::string_view pattern, std::string_view text);

/// The canonical spelling of `bare`, a code in capitals without separators; absent when it does not fit.
[[nodiscard]] std::optional<std::string> spell_by_pattern(std::string_view pattern, std::string_view bare);

/// Whether `bare` begins as the pattern says.
[[nodiscard]] bool begins_by_pattern(std::string_view pattern, std::string_view bare);

}  // namespace vestibule::atlas

/// Unicode Normalization Form C: one spelling of every text whose look and meaning are the same.
/// Depends on: nothing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vestibule::text {

/// No text of more bytes than this for each UTF-16 unit of a limit gets within it by NFC. NFC of C characters decomposes to at
/// most 4 C (U+1F82 is the longest), so a text of more characters has an NFC of more than C; a character has 4 bytes at most,
/// and a UTF-16 unit or more.
inline constexpr std::size_t nfc_bytes_per_utf16 = 4 * 4;

/// Appends the NFC of `input` to `out` and returns true; when the input is NFC already appends nothing and returns false.
///
/// Input   valid UTF-8.
/// Limits  none of its own: a caller bounds its bytes before. The result has at most 3 times the bytes of the input.
/// Cost    linear, however long a run of marks is; text that a look proves to be NFC (all ASCII, most text) is only looked
///         at. Otherwise memory for the longest stretch from one plain letter to the next.
/// Source  UAX 15; Unicode core specification sections 3.11 and 3.12 (Hangul).
bool to_nfc(std::string_view input, std::string& out);

/// Whether `input` is NFC: what to_nfc leaves alone. Cost as of to_nfc.
[[nodiscard]] bool is_nfc(std::string_view input);

/// How many marks without width a character carries in itself: 1 for U+00E9, 2 for U+1EC7, 0 for "e" and for a mark.
/// Canonically equal texts have as many when each of them counts its marks and these.
[[nodiscard]] std::size_t marks_inside(char32_t code_point);

}  // namespace vestibule::text

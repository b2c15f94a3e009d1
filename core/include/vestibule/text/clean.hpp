/// Cleaning of text a person typed or pasted: white space, line ends, invisible characters, and NFC.
/// Depends on: text/classify, text/normalize, text/scripts, text/utf8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vestibule::text {

enum class Lines : std::uint8_t {
  one,   ///< line breaks become spaces
  many,  ///< line breaks are kept, as LF; every line is trimmed, empty lines at both ends are dropped
};

inline constexpr char32_t no_character = 0xFFFFFFFF;

/// What was met on the way. Each member holds the first such character, or `no_character`.
struct Cleaned {
  char32_t control = no_character;         ///< to refuse
  char32_t bidi_control = no_character;    ///< to refuse
  char32_t hidden = no_character;          ///< to refuse: tags
  char32_t noncharacter = no_character;    ///< to refuse
  char32_t stray_selector = no_character;  ///< a variation selector where nothing varies, or a second one: hides data
  char32_t doubtful = no_character;        ///< to warn of: private use, U+FFFD
  char32_t removed = no_character;         ///< to warn of: an invisible character that was dropped
  std::size_t most_marks = 0;    ///< the longest run of marks without width, counted as if all were decomposed
  std::size_t lines = 0;         ///< lines of the result, 0 when it is empty
  std::size_t length_utf16 = 0;  ///< of the result
  bool visible = false;          ///< whether the result has anything to see
  bool changed = false;          ///< whether the result differs from the input
  bool plain_ascii = false;      ///< the input is printable ASCII with nothing to clean

  /// Whether the text must be refused whatever the strictness.
  [[nodiscard]] bool refused() const {
    return control != no_character || bidi_control != no_character || hidden != no_character ||
           noncharacter != no_character;
  }
};

/// What a caller refuses in any form. A text that is over one of these is cleaned, but not brought to NFC.
struct WorthComposing {
  std::size_t marks = ~std::size_t{0};  ///< Cleaned::most_marks
  std::size_t bytes = ~std::size_t{0};  ///< of the result before NFC; nfc_bytes_per_utf16 for each unit of a limit
};

/// Appends the cleaned text to `out`: ends trimmed, runs of white space one U+0020, invisible characters dropped, in NFC
/// unless it is to be refused. Nothing is appended when the text is already clean (`changed` is false).
///
/// Input   valid UTF-8.
/// Limits  those of `most`; a caller bounds the input before.
/// Cost    linear; a clean ASCII text is only looked at, and of other text only what is not NFC allocates beyond `out`.
/// Source  UAX 9, UAX 15, UTS 39, RFC 9839; the set of kept joiners is the scripts that spell with them, and emoji.
[[nodiscard]] Cleaned clean(std::string_view input, Lines lines, std::string& out, WorthComposing most = {});

/// `input` without the white space and line breaks at its ends. Input: valid UTF-8.
[[nodiscard]] std::string_view trim(std::string_view input);

/// "U+202E", as findings name a character.
[[nodiscard]] std::string code_point_name(char32_t code_point);

}  // namespace vestibule::text

/// Keys under which texts that people take for the same meet: case, width, ligatures and punctuation folded away.
/// For comparing only; what is stored stays as typed.
/// Depends on: nothing.
#pragma once

#include <string>
#include <string_view>

namespace vestibule::text {

/// NFKC with full case folding and without what is ignorable: "Stra\u00dfe" and "STRASSE" meet. The same in every locale.
///
/// Input   valid UTF-8.
/// Limits  none of its own: a caller bounds its bytes before. A character grows to at most 18 (U+FDFA).
/// Cost    linear.
/// Source  UAX 31 and Unicode core specification D147, toNFKC_Casefold(NFD(X)).
[[nodiscard]] std::string fold(std::string_view input);

/// fold() with every run of white space, punctuation and symbols made one space, none at the ends. A text of nothing else
/// keeps its symbols: "!!!" is a name too.
[[nodiscard]] std::string match_key(std::string_view input);

}  // namespace vestibule::text

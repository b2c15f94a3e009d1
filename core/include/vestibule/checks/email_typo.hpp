/// Misspelt domains of large mail providers: "gmial.com".
/// Depends on: checks/host, atlas/bytes (implementation), catalogue/country.
///
/// A suggestion is made only where the domain cannot be one that people have addresses at: its last label is no top-level
/// domain ("gmail.con"), it is a provider's name with the dot misplaced ("gmailc.om"), it is listed as a misspelling, or
/// it is one slip of the keyboard away from an invented name ("hotmial.com") and not itself known. Names that are words or
/// short ("orange", "live", "gmx") are compared exactly: next to them lie real domains.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vestibule::checks {

/// The domain that was probably meant; nullopt when nothing is wrong with this one as far as is known.
///
/// Input   `domain`: what Email::domain gives, or what a person typed for it, in lower case;
///         `data`: the section "MAIL" of the atlas, made by scripts/build-atlas. A text is a byte, its size, and in the
///         two upper bits a mark, and the characters; a list is two bytes, its size, and what it holds; a group is a text
///         and a list. First the list of the top-level domains near to "com", "net" and "org", texts. Then a byte, the size
///         of the longest misspelling, and the list of groups of a domain and its misspellings, texts, the longest first.
///         Then groups of a character and the suffixes that end in it, each a group of a suffix and the names known before
///         it, marked 1 where one slip is looked for, 2 where nothing is suggested. Empty: nothing is suggested.
/// Limits  a domain of more than 64 octets is none of a large provider
/// Cost    one pass over the suffixes that end as the domain does, and over the names before one like that given
/// Source  core/data/atlas/mail-domains.json names its sources; top-level domains of two letters: ISO 3166-1 and ac, eu, su, uk
[[nodiscard]] std::optional<std::string> suggest_mail_domain(std::string_view domain, std::string_view data);

/// Whether `typed` is `meant` after one slip: one character added, left out or replaced, or two neighbours swapped.
struct Slip {
  bool found = false;
  bool added = false;
  bool replaced = false;
  bool adjacent =
      false;  ///< the added or replaced character lies next to the one meant, or doubles it, on QWERTY, QWERTZ or AZERTY
  std::size_t at = 0;  ///< the first character that differs
};
[[nodiscard]] Slip find_slip(std::string_view meant, std::string_view typed);

}  // namespace vestibule::checks

/// Postal codes as a territory writes them.
/// Depends on: atlas/address_formats, atlas/pattern, text.
///
/// A pattern says what a code looks like, not that it is in use.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "vestibule/atlas/address_formats.hpp"

namespace vestibule::checks {

enum class PostalVerdict : std::uint8_t {
  fits,
  misfits,
  unknown,  ///< the territory has no postal codes, or none that follow a pattern
};

struct PostalCode {
  PostalVerdict verdict = PostalVerdict::unknown;
  std::string text;  ///< the canonical spelling when it fits, else the input

  friend bool operator==(const PostalCode&, const PostalCode&) = default;
};

/// Reads a code with its separators anywhere or nowhere, in either case, with digits of any script, with the country in
/// front ("L-1234", "AZ 1000", "D-10115") or without the letters that belong to it ("1010" for "LV-1010"). The canonical
/// spelling is the one of the country's post, without a country prefix that labels add by themselves.
///
/// Input   UTF-8, already cleaned; `country` is the territory's code
/// Cost    linear in the text, for each sequence of the pattern; texts of more than 24 letters never fit
/// Source  Google's address data; UPU, Postal addressing systems (separators)
[[nodiscard]] PostalCode read_postal_code(const atlas::AddressFormat& format, std::string_view country,
                                          std::string_view input);

/// The letters and digits of a code: capitals, ASCII digits, no separators. "" when there is anything else in it.
[[nodiscard]] std::string bare_postal_code(std::string_view input);

}  // namespace vestibule::checks

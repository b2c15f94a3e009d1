/// Formats a phone number while it is typed, and keeps the caret on its digit.
/// Depends on: atlas/phone_plans.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "vestibule/atlas/phone_plans.hpp"

namespace vestibule::checks {

struct TypedPhone {
  std::string text;
  std::size_t caret = 0;  ///< in UTF-16 units, as browsers count

  friend bool operator==(const TypedPhone&, const TypedPhone&) = default;
};

/// What a field should show after a change. "+" and every digit stay, in their order, as ASCII; the same number of them stands
/// left of the caret before and after; formatting twice is formatting once. Separators are the format's alone. A text
/// with anything else in it (letters, an extension) comes back as it is, for a person may be right.
///
/// Input   `caret` in UTF-16 units of `text`; beyond its end means at its end. `country` as alpha-2 or ""
/// Limits  more digits than any number has are shown without separators
/// Cost    linear
/// Source  libphonenumber's AsYouTypeFormatter, over the formats that numbers of the country really use: where it shows a
///         local number without its area code on the way to a whole one, this goes for the whole one at once.
[[nodiscard]] TypedPhone format_typed_phone(std::string_view text, std::size_t caret, const atlas::PhonePlans& plans,
                                            std::string_view country);

}  // namespace vestibule::checks

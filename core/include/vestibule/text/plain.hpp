/// Texts that need no look at their characters, which nearly all are.
/// Depends on: nothing.
#pragma once

#include <string_view>

namespace vestibule::text {

/// Whether the text is printable ASCII that neither begins nor ends with a space and has single ones inside: cleaning,
/// trimming and normalising leave it as it is, and nothing about it is to be reported. False for an empty text.
///
/// Cost  linear, eight bytes at a time
[[nodiscard]] bool is_plain(std::string_view input);

}  // namespace vestibule::text

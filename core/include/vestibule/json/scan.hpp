/// The pass over the bytes of a JSON text that comes before any parsing: what no grammar error may hide.
/// Depends on: json/problem, text/utf8, limits.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "vestibule/json/problem.hpp"

namespace vestibule::json {

/// Settles size, emptiness, encoding and surrogate escapes, in this order, so that the same text always gets the same code.
///
/// Errors  limit.input, json.empty, json.bom, json.utf8 (UTF-16 and UTF-32 too, by the NULs in the first four bytes), json.surrogate
/// Cost    linear, no allocation but for the answer
[[nodiscard]] std::optional<Problem> scan(std::string_view text, std::size_t max_bytes);

/// The number literals of a JSON text in their order, as they are written. Complete for every well-formed text; for
/// others it is some list. Needed because a parser hands on values, and "1e2" or "-0" is gone by then.
/// Stops when `out` has `most`: whoever refuses a text for its number of values needs one more than these, and no others.
void find_numbers(std::string_view text, std::vector<std::string_view>& out, std::size_t most = ~std::size_t{0});

/// Whether `literal` is one number of the JSON grammar (RFC 8259 section 6) and nothing else.
[[nodiscard]] bool is_number(std::string_view literal);

}  // namespace vestibule::json

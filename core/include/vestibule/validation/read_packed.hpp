/// Reading a record from the packed layout: how a host hands over an object without writing JSON.
/// Depends on: code, customer/record_view, limits, validation/options.
///
///   0        4                      4 + 8n
///   | n: u32 | n entries of 8 bytes | text: UTF-8, the texts of all entries joined |
///
///   entry    | place: u16 | kind: u16 | length: u32 |          little-endian
///     place    a field's number (catalogue::Field); 0x4000 and above: 0x4000 + the place of one of the tenant's own fields in
///              the profile; 0xFFFE: an item of the array before; 0xFFFF: a member that is no field
///     kind     customer::ValueKind; for 0xFFFF it is ignored
///     length   of the text in UTF-16 code units: the literal of a number, the text of a string, the name of an unknown
///              member; of an array, the number of items that follow; 0 for all others
///
/// Lengths count UTF-16 because that is what a JavaScript string knows of itself: one encode of all texts, joined, is
/// several times cheaper than one encode each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "vestibule/code.hpp"
#include "vestibule/customer/record_view.hpp"
#include "vestibule/validation/options.hpp"

namespace vestibule::validation {

inline constexpr std::uint16_t packed_item = 0xFFFE;
inline constexpr std::uint16_t packed_unknown = 0xFFFF;

/// Why a record was refused as a whole; the parameters of the code are those of `what` and `max` that say something.
struct PackedProblem {
  Code code{};
  std::string_view what;
  std::size_t max = 0;
};

/// Fills `record` with views into `bytes`; `options` say of which entity it is, and with which profile.
///
/// Errors  limit.input (over 1 MiB), json.limit (members and key bytes, as in JSON), packed.syntax (everything the
///         layout does not allow: an entry count or a length beyond the buffer, a place or kind that does not exist or
///         belongs to another entity, a field twice, text that is not UTF-8 or is left over)
/// Cost    linear, no allocation once `record` has grown
[[nodiscard]] std::optional<PackedProblem> read_packed(std::string_view bytes, customer::RecordView& record,
                                                       const Options& options = {});

}  // namespace vestibule::validation

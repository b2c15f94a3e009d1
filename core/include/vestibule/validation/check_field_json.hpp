/// Checking one value, given as JSON text of its own.
/// Depends on: json/*, validation/check, validation/result.
#pragma once

#include <string_view>

#include "vestibule/validation/options.hpp"
#include "vestibule/validation/result.hpp"

namespace vestibule::validation {

/// Reads one JSON value of any type and judges it as the member `name` of a record, as check_field does. An accepted
/// value stands in the result's record as its only member; a value that means "no value" is left out of it.
///
/// Input   `name` is UTF-8; one that is no field's is refused, whatever the value
/// Limits  1 MiB; the json_* limits of limits.hpp, each while the text is read
/// Errors  json.*, limit.input, field.unknown; then whatever check_field finds
/// Cost    linear
[[nodiscard]] CheckResult check_field_json(std::string_view name, std::string_view text, const Options& options);

}  // namespace vestibule::validation

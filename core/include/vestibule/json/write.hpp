/// Writing JSON text: members and escapes, byte for byte as JSON.stringify writes them.
/// Depends on: nothing.
#pragma once

#include <string>
#include <string_view>

namespace vestibule::json {

/// Appends `value` as a JSON string with its quotation marks. Input: valid UTF-8. Only what must be escaped is.
void append_string(std::string& out, std::string_view value);

/// Appends `token` to an RFC 6901 pointer as one reference token: "~" and "/" become "~0" and "~1".
void append_pointer_token(std::string& pointer, std::string_view token);

}  // namespace vestibule::json

// What of a mail is no signature: its closing, its greeting, its sentences. Internal to paste.
#pragma once

#include <cstddef>
#include <string_view>

namespace vestibule::paste {

// "Kind regards", "Mit freundlichen Gr\u00fc\u00dfen": the bytes of it at the beginning of a line; 0 when there is none.
[[nodiscard]] std::size_t closing_size(std::string_view line);
[[nodiscard]] bool is_greeting(std::string_view line);

// A sentence by its words or its shape.
[[nodiscard]] bool is_prose(std::string_view text);

}  // namespace vestibule::paste

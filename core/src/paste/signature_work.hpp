// What says that a piece is a company or a role. Internal to paste.
#pragma once

#include <string_view>

#include "vestibule/address/split.hpp"

namespace vestibule::paste {

// none: no company; low: a form that is a word or a code of something else too; medium: by the domain; high: by its form.
[[nodiscard]] address::Confidence company_likeness(std::string_view text, std::string_view domain);

// Whether `text` is short enough for a title and has a word of one.
[[nodiscard]] bool is_title(std::string_view text);

}  // namespace vestibule::paste

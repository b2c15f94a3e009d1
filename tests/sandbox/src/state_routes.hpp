/// /_sandbox/export, /_sandbox/import, /_sandbox/reset. While one of the last two is carried out,
/// writes wait; reads are answered, from the old state until the new one is there.
/// Depends on: clock_store, control, envelope.
#pragma once

#include <string_view>

#include "control.hpp"
#include "envelope.hpp"

namespace vestibule::sandbox {

/// `data` is the document that post_import takes.
[[nodiscard]] Response read_export(Control& control, std::string_view body);
[[nodiscard]] Response post_import(Control& control, std::string_view body);
/// Settings, faults and the clock are as those of a new sandbox again, too.
[[nodiscard]] Response post_reset(Control& control, std::string_view body);

}  // namespace vestibule::sandbox

/// The browser machine's values as a list of texts, name and value in turn: what a page's module reads instead of JSON,
/// which spares it a parser of several times the machine's size.
/// Depends on: signup/event.
///
/// Names and values are those of signup/json.hpp, with numbers in decimal and true as "true". Each text ends in U+0000.
#pragma once

#include <optional>
#include <string_view>

#include "vestibule/signup/event.hpp"

namespace vestibule::signup {

/// Nothing for a name that is not known, a value that is none, or a member missing.
[[nodiscard]] std::optional<State> read_state_texts(std::string_view texts);
[[nodiscard]] std::optional<Event> read_event_texts(std::string_view texts);

}  // namespace vestibule::signup

/// A JSON text without some of its members; every other byte stays as it was sent.
/// Depends on: nothing.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace vestibule::sandbox {

/// `text` is valid JSON: an object, or an array of objects. `pointers` name members of them: "/name", "/3/name".
/// Cost: linear in the text.
[[nodiscard]] std::string drop_members(std::string_view text, const std::set<std::string>& pointers);

}  // namespace vestibule::sandbox

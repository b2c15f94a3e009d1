/// Members of a JSON text that is being written.
/// Depends on: json/write of the core.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vestibule::sandbox::org {

/// Appends `"name":`, behind a comma where a member stands before.
void append_name(std::string& out, std::string_view name);

/// A member that is text, or null.
void append_member(std::string& out, std::string_view name, const std::optional<std::string>& text);
void append_member(std::string& out, std::string_view name, std::int64_t number);
void append_member(std::string& out, std::string_view name, bool value);

/// An array of text.
void append_texts(std::string& out, const std::vector<std::string>& texts);

}  // namespace vestibule::sandbox::org

/// Judges the members of a body against the fields of an object, as Salesforce does.
/// Depends on: org/body, org/objects, org/problem, checks of the core.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "org/body.hpp"
#include "org/objects.hpp"
#include "org/problem.hpp"

namespace vestibule::sandbox::org {

/// A field with the value it gets; nothing empties it.
struct Change {
  FieldIndex field = 0;
  std::optional<std::string> value;
};

/// Text is trimmed, and blank text is null. Numbers come in plain notation, ids in 18 characters, keys in lower case.
/// `restricted`: picklists take only their own values.
///
/// Errors  the first one found
[[nodiscard]] Outcome<std::vector<Change>> judge(const ObjectInfo& object, std::span<const Member> members,
                                                 bool restricted);

}  // namespace vestibule::sandbox::org

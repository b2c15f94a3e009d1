/// What the path of a request names, and whether it may be changed.
/// Depends on: org/routes, org/problem.
#pragma once

#include <string_view>

#include "org/journal.hpp"
#include "org/problem.hpp"
#include "org/routes.hpp"

namespace vestibule::sandbox::org {

[[nodiscard]] Outcome<const ObjectInfo*> object_of(const Call& call);

/// The record of an id in 15 or 18 characters, in the bin or not.
/// Errors  NOT_FOUND: no id, an id of another object, of no record or of a purged one
[[nodiscard]] Outcome<Record> any_record(const Call& call, std::string_view id);

/// The same; ENTITY_IS_DELETED when it is in the bin.
[[nodiscard]] Outcome<Record> living_record(const Call& call, std::string_view id);

/// PRECONDITION_FAILED when If-Match names another version.
[[nodiscard]] std::optional<Problem> check_match(const Call& call, const Record& record);

[[nodiscard]] Journal journal_of(Call& call);

}  // namespace vestibule::sandbox::org

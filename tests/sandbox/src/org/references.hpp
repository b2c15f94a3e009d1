/// Fields that name another record.
/// Depends on: org/journal, org/problem.
#pragma once

#include <optional>
#include <string>

#include "org/journal.hpp"
#include "org/problem.hpp"

namespace vestibule::sandbox::org {

/// Whether what the field names is alive, and no record is above itself.
[[nodiscard]] std::optional<Problem> check_reference(Storage& storage, const Record& record, FieldIndex field);

/// Gives living records that name `from` the id `to`: one event for each field, however many records it is about.
[[nodiscard]] std::optional<Problem> move_references(Storage& storage, Journal& journal, const Record& from,
                                                     const std::string& to);

/// Empties what names `gone`, without an event: its record is purged and nobody is told.
void clear_references(Storage& storage, Journal& journal, const Record& gone);

/// The records that `owner` takes to the bin with it, and those that it took there.
[[nodiscard]] std::vector<Record> owned_by(Storage& storage, const Record& owner);

}  // namespace vestibule::sandbox::org

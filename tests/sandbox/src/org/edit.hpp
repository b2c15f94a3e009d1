/// Making and changing a record.
/// Depends on: org/journal, org/judge, org/problem.
#pragma once

#include <span>

#include "org/journal.hpp"
#include "org/judge.hpp"
#include "org/problem.hpp"

namespace vestibule::sandbox::org {

[[nodiscard]] Outcome<Record> create(Storage& storage, Journal& journal, const ObjectInfo& object,
                                     std::span<const Change> changes);

/// The record as it is afterwards. Values that it has already are no change: then nothing moves and no event tells of it.
[[nodiscard]] Outcome<Record> update(Storage& storage, Journal& journal, Record record,
                                     std::span<const Change> changes);

/// Whether another living record has this one's key.
[[nodiscard]] std::optional<Problem> check_key(Storage& storage, const Record& record);

}  // namespace vestibule::sandbox::org

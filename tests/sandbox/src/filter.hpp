/// One parameter of a query as a filter on a column.
/// Depends on: query, select, table.
#pragma once

#include <string>
#include <variant>

#include "query.hpp"
#include "select.hpp"

namespace vestibule::sandbox {

/// What stands after the operator must be able to stand in the column: a number, a day, an id ... Numbers and money compare
/// by value, text byte by byte, sets by what they hold. A day stands for all of it, in UTC, where the column holds moments.
/// Ids, booleans and sets have no order, so they take = and != alone.
///
/// Errors  a sentence: an unknown field is never "match all"
/// Source  api-docs.nue.io fetching customers
[[nodiscard]] std::variant<Condition, std::string> read_filter(const Table& table, const Parameter& parameter);

}  // namespace vestibule::sandbox

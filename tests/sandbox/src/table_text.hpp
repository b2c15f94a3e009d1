/// Every table of a database as JSON, and back.
/// Depends on: database; nlohmann/json.
///
///   {"customers":{"columns":["id","name"],"rows":[["0b6d...","Fjordlys"]]}, ...}
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "database.hpp"

namespace vestibule::sandbox {

/// Call it inside a transaction. Cost: linear in the rows, all of which are in memory.
[[nodiscard]] std::string tables_text(Database& database);

/// Puts these rows in the place of all there are; a table that is not named is emptied, a column that is not named has no
/// value. Call it inside a transaction of the caller's, to be rolled back where there is a problem.
///
/// Errors  a sentence: another form, a table or a column that is not known here
/// Throws  StoreError where rows contradict each other
[[nodiscard]] std::string replace_tables(Database& database, const nlohmann::json& tables);

}  // namespace vestibule::sandbox

/// The tables of nue.db, made or brought up to date.
/// Depends on: database, table.
#pragma once

#include "database.hpp"

namespace vestibule::sandbox {

/// A file from before a column existed gets it; nothing is ever dropped.
void prepare_schema(Database& database);

}  // namespace vestibule::sandbox

/// The tables. Columns come from the catalogue, so a new field needs no change here.
/// Depends on: database, columns.
#pragma once

#include "database.hpp"

namespace vestibule::sandbox {

/// Makes the tables, or adds the columns that an older file does not have yet.
void prepare_schema(Database& database);

}  // namespace vestibule::sandbox

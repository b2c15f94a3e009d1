/// The tables of org.db. Columns of records come from the catalogue, so a new field needs no change here.
/// Depends on: database.
#pragma once

#include "database.hpp"

namespace vestibule::sandbox::org {

/// Makes the tables, or adds the columns that an older file does not have yet.
void prepare_tables(Database& database);

}  // namespace vestibule::sandbox::org

/// Takes in customers that come from another system: a file of rows, judged by the core, stored 200 at a time.
/// Depends on: options, store; migration/judge of the core.
///
/// A row is a line of JSON: {"legacyId": "...", "externalId": "001..."?, "customer": {...}}. A legacy id that was taken in before
/// is known, and its row must be as it was; so a file may be taken in again, after a crash or on purpose, and changes
/// nothing that is there (L24).
#pragma once

#include "options.hpp"

namespace vestibule::sandbox {

/// Prints a line of JSON for each row that is refused or doubtful, and a last one of totals; nothing of a row but its legacy
/// id. Answers the program's exit code: 0 when every row is stored or was, 1 when some were refused. Throws
/// std::exception with a sentence when the file or the database fails.
[[nodiscard]] int import_customers(const Options& options);

}  // namespace vestibule::sandbox

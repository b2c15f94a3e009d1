/// The whole state of a sandbox, both databases, as one JSON document.
/// Depends on: table_text.
///
///   {"form":"vestibule-sandbox","v":1,"nue":{tables},"org":{tables}}
///
/// Nothing spans two databases, so an import is one transaction of nue.db, in which the org's part is left as work to be
/// done, and then one of org.db. Whoever is killed between the two finishes it at the next start: to everybody who asks
/// it is the old state or the new one.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "database.hpp"

namespace vestibule::sandbox {

struct StateFiles {
  std::string nue;
  std::string org;
};

/// Nothing else may write to the org meanwhile. Throws StoreError.
[[nodiscard]] std::string export_state(const StateFiles& files);

/// Reads the document first. `pause` is called once it can be used: from then on nothing else may write to either database,
/// until both hold the new state.
///
/// Limits  every part of the document is in memory
/// Errors  a sentence, and nothing is changed
/// Throws  StoreError where a database fails
[[nodiscard]] std::string import_state(const StateFiles& files, std::string_view document,
                                       const std::function<void()>& pause);

/// Empties both databases, as an import of a state in which nothing is. Nothing else may write to either meanwhile.
void reset_state(const StateFiles& files);

/// Finishes an import that a program before this one began. Call it before anybody opens the org.
void finish_import(const StateFiles& files);

void prepare_import(Database& nue);

}  // namespace vestibule::sandbox

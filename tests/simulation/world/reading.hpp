/// What an answer of the org says, whatever its status claims.
/// Depends on: world/messages.
#pragma once

#include <algorithm>

#include "world/messages.hpp"

namespace vestibule::simulation {

enum class Said : std::uint8_t {
  done,     ///< the record is there
  changed,  ///< nothing was done: the record is at another version
  missing,  ///< there is no such record
  refused,  ///< never
  unknown,  ///< nothing can be told from it; ask again later
};

struct Understood {
  Said said = Said::unknown;
  const OrgRecord* record = nullptr;  ///< of done, and of missing where it lies in the bin
  Time retry_after = 0;
};

/// `wanted(record)`: whether a record is the one that was asked for. Those that nobody asked for mean that the filter was
/// ignored, and then that none fits means nothing.
template <class Wanted>
[[nodiscard]] Understood understand(const Answer* answer, Wanted wanted) {
  if (answer == nullptr || answer->cut || answer->error) return {};
  if (answer->status == 429 || answer->status >= 500) return {Said::unknown, nullptr, answer->retry_after};
  if (answer->status == 412) return {Said::changed};
  if (answer->status == 400) return {Said::refused};
  const auto place = std::find_if(answer->records.begin(), answer->records.end(), wanted);
  if (place != answer->records.end()) return {place->deleted ? Said::missing : Said::done, &*place};
  if (answer->status == 404 && answer->records.empty()) return {Said::missing};
  return {};
}

}  // namespace vestibule::simulation

/// Who is master of a field between Nue and Salesforce. Rows stand in core/data/sync.csv.
/// Depends on: catalogue/field.
#pragma once

#include <cstdint>
#include <string_view>

#include "vestibule/catalogue/field.hpp"

namespace vestibule::catalogue {

enum class SyncClass : std::uint8_t {
  system,   ///< Nue's own: ids, numbers, dates of the record
  link,     ///< externalId: set by the sync alone
  profile,  ///< Salesforce wins once linked, Nue before
  address,  ///< as profile, the whole address as one value
  billing,  ///< Nue wins
  metrics,  ///< Nue's numbers, written to Salesforce only
  local,    ///< not sent
};

[[nodiscard]] SyncClass sync_class(Field field);
[[nodiscard]] std::string_view to_string(SyncClass sync_class);

}  // namespace vestibule::catalogue

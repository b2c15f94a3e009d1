/// A record of the org, alive, in the bin or merged away.
/// Depends on: org/objects.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "org/objects.hpp"

namespace vestibule::sandbox::org {

struct Record {
  Object object{};
  std::string id;
  std::vector<std::optional<std::string>> values;  ///< one for each field of the object
  bool deleted = false;
  std::optional<std::string> master{};        ///< of a merge's loser: the winner
  std::optional<std::string> deleted_with{};  ///< the owner that took it to the bin
  std::string created{};                      ///< ISO 8601, UTC
  std::string modified{};
  std::string modified_by{};
  std::int64_t version = 0;
  std::int64_t sync_version = 0;  ///< the version that the sync made last; 0: none
  std::int64_t sequence = 0;      ///< of the last change
};

/// Appends the record as it is answered: every member, null when it has no value.
void append_record(std::string& out, const Record& record);

/// `"7"`: what If-Match is compared with.
[[nodiscard]] std::string etag_of(const Record& record);

}  // namespace vestibule::sandbox::org

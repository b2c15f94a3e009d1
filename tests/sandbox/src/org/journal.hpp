/// How records change: each change gives a record its next version, and the feed one event.
/// Depends on: org/storage.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "org/storage.hpp"

namespace vestibule::sandbox::org {

inline constexpr std::string_view sync_actor = "sync";

class Journal {
 public:
  /// For the changes that `actor` makes at `time`.
  Journal(Storage& storage, std::string actor, std::string time);

  /// Stores the records, of one object, with their next version and tells of them in one event; nothing for no record.
  void change(OrgChange change, std::span<Record> records, std::vector<std::string> fields = {},
              std::optional<std::string> master = {});
  /// The same without an event.
  void change_silently(std::span<Record> records);

  [[nodiscard]] const std::string& time() const { return time_; }

 private:
  [[nodiscard]] std::int64_t store(std::span<Record> records);

  Storage& storage_;
  std::string actor_;
  std::string time_;
};

}  // namespace vestibule::sandbox::org

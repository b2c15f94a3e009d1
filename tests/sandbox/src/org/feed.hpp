/// The feed of changes in the database.
/// Depends on: database, org/change_event.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "database.hpp"
#include "org/change_event.hpp"

namespace vestibule::sandbox::org {

class Feed {
 public:
  explicit Feed(Database& database);

  void append(const OrgEvent& event);
  /// Those after a sequence, the oldest first.
  [[nodiscard]] std::vector<OrgEvent> after(std::int64_t sequence, std::int64_t limit);
  /// Takes out those up to a sequence.
  void forget(std::int64_t sequence);

 private:
  Statement append_;
  Statement append_record_;
  Statement after_;
  Statement records_;
  Statement forget_records_;
  Statement forget_;
};

/// Appends an event as it is answered.
void append_event(std::string& out, const OrgEvent& event);

}  // namespace vestibule::sandbox::org

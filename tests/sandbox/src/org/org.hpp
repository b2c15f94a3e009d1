/// A Salesforce org as a working stand-in: accounts, contacts, their versions, a recycle bin, merges and a feed of changes,
/// in a database of its own. README.md beside this file lists routes, errors and what it does not imitate.
/// Depends on: org/message, org/change_event, clock.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "clock.hpp"
#include "org/change_event.hpp"
#include "org/message.hpp"

namespace vestibule::sandbox {

struct OrgOptions {
  bool restricted_picklists = false;          ///< picklists take only the values of core/data/picklists.csv
  std::function<Milliseconds()> clock = now;  ///< for dates alone: order comes from versions and sequences
};

/// One object is used from one thread at a time. Several objects, of one process or of many, may have the same file open;
/// their requests wait for each other.
class Org {
 public:
  /// Opens or makes the file. Throws StoreError when it cannot.
  explicit Org(const std::string& path, OrgOptions options = {});
  ~Org();
  Org(const Org&) = delete;
  Org& operator=(const Org&) = delete;

  /// One request, one transaction: carried out as a whole and on the disk before this returns, or not at all.
  /// Never throws StoreError: a database that fails is answered with 500.
  [[nodiscard]] OrgResponse handle(const OrgRequest& request);

  /// Events after a sequence, the oldest first; what GET /events answers. Throws StoreError.
  [[nodiscard]] std::vector<OrgEvent> events_after(std::int64_t sequence, std::int64_t limit);

  /// Takes out the events up to a sequence, which nobody will ask for again. Throws StoreError.
  void forget_events(std::int64_t sequence);

  void restrict_picklists(bool restricted);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace vestibule::sandbox

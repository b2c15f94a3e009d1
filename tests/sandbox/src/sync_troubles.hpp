/// What the control API lets happen to the sync: faults at its steps, and that nothing is written to Salesforce (R29).
/// Depends on: in_writer, store.
#pragma once

#include <string_view>

#include "store.hpp"

namespace vestibule::sandbox {

/// Thrown to end the sync of a record where it is. What is stored is enough to begin again, as after a SIGKILL.
struct SyncCut {};

class SyncTroubles {
 public:
  enum class Trouble {
    none,
    transient,  ///< not carried out; may be another time
    permanent,  ///< not carried out, and never will be
    lost,       ///< carried out, and nobody is told
  };

  /// Without `faults` none of those that are stored strikes.
  SyncTroubles(Store& store, bool faults) : store_{store}, faults_{faults} {}

  /// Called before each step; a fault knows it as "sync create Account". Steps
  ///   of making a record  store, create, find, link
  ///   of a pass           read_nue, read_org, store, write_org, write_nue
  ///   of both             finish
  ///   of many accounts    list
  /// Those that ask the org (create, find, read_org, write_org, list) meet every trouble, the others only a cut and a delay.
  [[nodiscard]] Trouble before(std::string_view step, std::string_view object);

  /// Whether the org takes listed values of its picklists alone, as it was before the last step.
  [[nodiscard]] bool restricts_picklists() const { return restricts_picklists_; }

 private:
  Store& store_;
  bool faults_;
  bool restricts_picklists_ = false;
};

}  // namespace vestibule::sandbox

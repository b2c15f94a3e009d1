/// How work on a record ended.
#pragma once

namespace vestibule::sandbox {

enum class SyncEnd {
  done,
  later,  ///< nobody answered, or a side went on changing
  held,   ///< a side refused it for good
};

}  // namespace vestibule::sandbox

/// How the program ends.
/// Depends on: nothing.
#pragma once

namespace vestibule::cli {

enum ExitCode : int {
  accepted = 0,  ///< every record, value or id is accepted; for the other commands: done
  refused = 1,   ///< some are not
  misuse = 2,    ///< the command line makes no sense
  io = 3,        ///< something could not be read or written
};

}  // namespace vestibule::cli

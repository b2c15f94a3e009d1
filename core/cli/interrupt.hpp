/// Ctrl-C and broken pipes: both are noticed by the program instead of ending it in the middle of a line.
/// Depends on: nothing.
#pragma once

namespace vestibule::cli {

/// From now on SIGINT and SIGTERM are remembered, and a broken pipe is a failed write.
void catch_signals();

/// The signal that asked the program to stop; 0 while none has.
[[nodiscard]] int stop_signal();

/// Ends the process by that signal as if it had never been caught, so that a shell sees how it ended.
void end_by_signal();

}  // namespace vestibule::cli

#include "interrupt.hpp"

#include <csignal>
#include <initializer_list>

namespace vestibule::cli {
namespace {

volatile std::sig_atomic_t stopped_by = 0;

extern "C" void remember(int signal) { stopped_by = signal; }

}  // namespace

void catch_signals() {
#if defined(SIGPIPE)
  std::signal(SIGPIPE, SIG_IGN);
#endif
#if defined(SA_RESETHAND)
  // Without SA_RESTART a read that waits ends at once; the second signal ends the process as usual.
  struct sigaction action {};
  action.sa_handler = &remember;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  for (const int signal : {SIGINT, SIGTERM}) {
    struct sigaction before {};
    // What the caller chose to ignore (nohup, a script's background job) stays ignored.
    if (sigaction(signal, nullptr, &before) == 0 && before.sa_handler != SIG_IGN) sigaction(signal, &action, nullptr);
  }
#else
  std::signal(SIGINT, &remember);
  std::signal(SIGTERM, &remember);
#endif
}

int stop_signal() { return stopped_by; }

void end_by_signal() {
  const int signal = stopped_by;
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

}  // namespace vestibule::cli

// The simulation for a host of WebAssembly: simulate() runs one seed and answers the size of a text, simulated() its address.
#include <cstdint>

#include "world/world.hpp"

namespace {

std::string text;

}  // namespace

extern "C" {

/// The digest of the log, or the log itself; it ends with the broken rule, where one is broken.
unsigned simulate(unsigned seed, unsigned profile, unsigned whole_log) {
  using namespace vestibule::simulation;
  const Outcome outcome =
      vestibule::simulation::simulate<SyncWorld>({seed, static_cast<Profile>(profile), std::nullopt, whole_log != 0});
  text = whole_log != 0 ? outcome.log : outcome.digest;
  return static_cast<unsigned>(text.size());
}

unsigned simulated() { return static_cast<unsigned>(reinterpret_cast<std::uintptr_t>(text.data())); }
}

// The simulation for a host of WebAssembly: simulate() runs one seed and answers the size of a text, simulated() its address.
#include <cstdint>

#include "signup/world.hpp"
#include "world/world.hpp"

namespace {

std::string text;

}  // namespace

extern "C" {

/// The digest of the log, or the log itself; it ends with the broken rule, where one is broken.
/// `world`: 0 of the sync, 1 of the sign-up.
unsigned simulate(unsigned world, unsigned seed, unsigned profile, unsigned whole_log) {
  namespace simulation = vestibule::simulation;
  const simulation::Spec spec{seed, static_cast<simulation::Profile>(profile), std::nullopt, whole_log != 0};
  const simulation::Outcome outcome = world == 0 ? simulation::simulate<simulation::SyncWorld>(spec)
                                                 : simulation::simulate<simulation::SignupWorld>(spec);
  text = whole_log != 0 ? outcome.log : outcome.digest;
  return static_cast<unsigned>(text.size());
}

unsigned simulated() { return static_cast<unsigned>(reinterpret_cast<std::uintptr_t>(text.data())); }
}

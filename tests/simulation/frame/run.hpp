/// One run: a seed, a profile, a world. The world gets time, randomness and faults from here and from nowhere else, so
/// that the same seed is the same run, on every machine and in WebAssembly.
/// Depends on: frame/fault, frame/log, frame/random, frame/scheduler.
///
/// A world gives: `World(Run&)`; `Time start()`, which schedules everything and says until when; `Time calm()`, which ends what still goes
/// wrong and says how long it takes to come to rest; `void rest()`, once it should have; `Time again()` and
/// `void rest_again()`, the same for a second time with nothing left to do; `void look()`, called after every step. A
/// broken rule is told by run.fail().
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "frame/fault.hpp"
#include "frame/log.hpp"
#include "frame/random.hpp"
#include "frame/scheduler.hpp"

namespace vestibule::simulation {

struct Spec {
  std::uint64_t seed = 0;
  Profile profile{};
  std::optional<std::vector<Fault>> faults{};  ///< these in place of those the profile draws
  bool keep_log = false;
};

struct Run {
  explicit Run(const Spec& spec)
      : work{spec.seed, 1},
        chance{spec.seed, 2},
        more{spec.seed, 3},
        faults{spec.faults ? Faults{*spec.faults} : Faults{spec.profile, spec.seed}},
        log{spec.keep_log} {}

  [[nodiscard]] Time now() const { return scheduler.now(); }

  /// The first broken rule counts.
  void fail(std::string_view rule) {
    if (broken.empty()) broken = rule;
  }

  Random work;    ///< what people do: drawn before anything happens, so no fault changes it
  Random chance;  ///< delays and backoff
  Random more;    ///< what happens besides, in some runs: drawn apart, so that the others stay as they were
  Faults faults;
  Scheduler scheduler;
  Log log;
  std::string broken;
};

struct Outcome {
  std::string broken;  ///< the rule; "" where all hold
  std::vector<Fault> faults;
  std::string digest;  ///< of the log
  std::string log;     ///< where it was to be kept
};

/// Until `end`, or until a rule is broken.
template <class World>
void run_until(Run& run, World& world, Time end) {
  while (run.broken.empty() && run.scheduler.step(end)) world.look();
}

template <class World>
[[nodiscard]] Outcome simulate(const Spec& spec) {
  Run run{spec};
  World world{run};
  run_until(run, world, world.start());
  run.faults.stop();
  if (run.broken.empty()) run_until(run, world, run.now() + world.calm());
  if (run.broken.empty()) world.rest();
  if (run.broken.empty()) run_until(run, world, run.now() + world.again());
  if (run.broken.empty()) world.rest_again();
  if (!run.broken.empty()) run.log.add(run.now(), "broken", run.broken);
  return {run.broken, run.faults.injected(), run.log.digest(), run.log.text()};
}

}  // namespace vestibule::simulation

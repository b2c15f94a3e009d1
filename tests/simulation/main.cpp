// simulate: runs seeds of a world, or replays one.
// usage: simulate [--world sync|signup] --seeds N [--first S] [--profile P] [--digests]
//        simulate [--world sync|signup] --seed S --profile P [--log]
//        simulate [--world sync|signup] --kept FILE
#include <charconv>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>

#include "frame/shrink.hpp"
#include "signup/world.hpp"
#include "vestibule/version.hpp"
#include "world/world.hpp"

namespace {

namespace simulation = vestibule::simulation;
using namespace simulation;

using Simulate = Outcome (*)(const Spec&);

struct Options {
  Simulate simulate = simulation::simulate<SyncWorld>;
  std::uint64_t first = 1;
  std::uint64_t seeds = 0;
  std::optional<Profile> profile;
  bool log = false;
  bool digests = false;
  std::string kept;
};

// Tells which program it was: its own bytes.
std::string build_id(const char* program) {
  std::ifstream file{program, std::ios::binary};
  const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
  const std::string digest = vestibule::digest::to_hex(vestibule::digest::sha256(bytes));
  return std::string{vestibule::version} + "+" + digest.substr(0, 12);
}

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void report(const Spec& spec, const Outcome& outcome, const Options& options, const char* program) {
  const auto fails = [&](const std::vector<Fault>& faults) {
    return options.simulate({spec.seed, spec.profile, faults}).broken == outcome.broken;
  };
  const std::vector<Fault> fewest = shrink(outcome.faults, fails);
  const Outcome shown = options.simulate({spec.seed, spec.profile, fewest, true});
  std::ostringstream text;
  text << "broken: " << outcome.broken << "\nseed " << spec.seed << ", profile " << to_string(spec.profile)
       << ", build " << build_id(program) << ", " << outcome.faults.size() << " faults, of which " << fewest.size()
       << " are enough:\n";
  for (const Fault& fault : fewest) text << "  " << to_string(fault) << "\n";
  text << "log:\n" << shown.log;
  print(text.str());
}

bool number_from(std::string_view text, std::uint64_t& number) {
  return std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc{};
}

bool read(int count, char** arguments, Options& options) {
  for (int i = 1; i < count; ++i) {
    const std::string_view name = arguments[i];
    if (name == "--log" || name == "--digests") {
      (name == "--log" ? options.log : options.digests) = true;
      continue;
    }
    if (++i == count) return false;
    const std::string_view value = arguments[i];
    if (name == "--kept") {
      options.kept = value;
    } else if (name == "--world") {
      if (value != "sync" && value != "signup") return false;
      if (value == "signup") options.simulate = simulation::simulate<SignupWorld>;
    } else if (name == "--profile") {
      options.profile = profile_named(value);
      if (!options.profile) return false;
    } else if (name == "--seeds") {
      if (!number_from(value, options.seeds)) return false;
    } else if (name == "--seed" || name == "--first") {
      if (!number_from(value, options.first)) return false;
      if (name == "--seed") options.seeds = 1;
    } else {
      return false;
    }
  }
  return options.seeds > 0 || !options.kept.empty();
}

// False where a rule is broken.
bool run_one(const Spec& spec, const Options& options, const char* program) {
  const Outcome outcome = options.simulate(spec);
  if (options.log) print(outcome.log);
  if (options.digests) {
    print(std::to_string(spec.seed) + " " + std::string{to_string(spec.profile)} + " " + outcome.digest + "\n");
  }
  if (outcome.broken.empty()) return true;
  report(spec, outcome, options, program);
  return false;
}

bool run_kept(const Options& options, const char* program) {
  std::ifstream file{options.kept};
  std::string line;
  std::size_t count = 0;
  while (std::getline(file, line)) {
    if (line.empty() || line.starts_with('#')) continue;
    std::istringstream words{line};
    std::uint64_t seed = 0;
    std::string profile;
    words >> seed >> profile;
    const auto named = profile_named(profile);
    if (!named || !run_one({seed, *named}, options, program)) return false;
    ++count;
  }
  std::printf("%zu kept seeds\n", count);
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  Options options;
  if (!read(count, arguments, options)) {
    std::fputs(
        "usage: simulate [--world sync|signup] --seeds N [--first S] [--profile P] [--digests]\n"
        "       simulate [--world sync|signup] --seed S --profile P [--log]\n"
        "       simulate [--world sync|signup] --kept FILE\n",
        stderr);
    return 2;
  }
  if (!options.kept.empty()) return run_kept(options, arguments[0]) ? 0 : 1;
  const auto began = std::chrono::steady_clock::now();
  std::uint64_t runs = 0;
  for (std::uint64_t seed = options.first; seed < options.first + options.seeds; ++seed) {
    for (std::size_t i = 0; i < profile_count; ++i) {
      const auto profile = static_cast<Profile>(i);
      if (options.profile && profile != *options.profile) continue;
      ++runs;
      if (!run_one({seed, profile, std::nullopt, options.log}, options, arguments[0])) return 1;
    }
  }
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  if (!options.log && !options.digests) {
    std::printf("%llu runs, no rule is broken, %.1f s, %.0f runs/s\n", static_cast<unsigned long long>(runs), seconds,
                static_cast<double>(runs) / seconds);
  }
  return 0;
}

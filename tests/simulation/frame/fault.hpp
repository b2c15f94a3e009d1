/// What can go wrong, where, and how often: a profile draws faults as a run goes along, and each one drawn is written down
/// as a place and an amount, so that the same faults, or fewer of them, can be injected again without the draw.
/// Depends on: frame/random.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "frame/random.hpp"

namespace vestibule::simulation {

enum class Profile : std::uint8_t {
  lossy,    ///< messages are dropped, doubled, reordered, delayed up to ten minutes
  crashy,   ///< the process is killed between two effects; what was not yet on the disk is lost, its last write torn
  slow,     ///< storms of 429 and 5xx with Retry-After
  clogged,  ///< links are cut one by one and restored in any order
  skewed,   ///< the clock jumps, up to a day either way
  lying,    ///< filters are ignored, bodies cut, errors hidden in a 200
  hostile,  ///< events are forged and replayed
};
inline constexpr std::size_t profile_count = 7;

/// Where a fault can strike. A world asks at each of its own.
enum class Site : std::uint8_t {
  event,    ///< a message nobody waits for is sent
  order,    ///< a message is sent that is repeated until it arrives
  request,  ///< a request is sent
  answer,   ///< an answer is sent
  step,     ///< a process is about to take a step
  tick,     ///< a minute has passed
};
inline constexpr std::size_t site_count = 6;

enum class FaultKind : std::uint8_t {
  drop,
  twice,
  delay,          ///< amount: milliseconds
  kill,           ///< amount: milliseconds until the process runs again
  kill_torn,      ///< the same, and amount bytes of the last write are on the disk
  busy,           ///< 429, nothing is done; amount: milliseconds of Retry-After
  fail_after,     ///< 500 for what was done
  storm,          ///< 503 to everything; amount: milliseconds
  cut,            ///< amount: milliseconds, times four, plus the number of the link
  jump,           ///< amount: what the clock is ahead from now on, milliseconds plus a day
  ignore_filter,  ///< records are answered that nobody asked for
  cut_body,       ///< 200, and half a body
  hidden_error,   ///< 200, and the body says that nothing was done
  forge,          ///< an event nobody sent, beside the true one; amount: what it is about
  replay,         ///< an old event comes again; amount: which
};
inline constexpr std::size_t fault_kind_count = 15;

struct Fault {
  Site site{};
  std::uint32_t place = 0;  ///< how often the site was asked before
  FaultKind kind{};
  std::uint32_t amount = 0;

  friend bool operator==(const Fault&, const Fault&) = default;
};

[[nodiscard]] std::string_view to_string(Profile profile);
[[nodiscard]] std::optional<Profile> profile_named(std::string_view name);
/// "request 17 delay 8000"
[[nodiscard]] std::string to_string(const Fault& fault);

class Faults {
 public:
  /// Draws them.
  Faults(Profile profile, std::uint64_t seed);
  /// Injects these and no others.
  explicit Faults(std::vector<Fault> given);

  /// What goes wrong here, if anything does.
  std::optional<Fault> at(Site site);
  /// Nothing goes wrong any more.
  void stop() { stopped_ = true; }

  /// Those that were injected, in their order.
  [[nodiscard]] const std::vector<Fault>& injected() const { return injected_; }

 private:
  std::optional<Fault> draw(Site site, std::uint32_t place);
  [[nodiscard]] std::optional<Fault> given_at(Site site, std::uint32_t place) const;

  std::optional<Profile> profile_;
  Random random_{0, 0};
  std::vector<Fault> given_;
  std::vector<Fault> injected_;
  std::array<std::uint32_t, site_count> asked_{};
  bool stopped_ = false;
};

}  // namespace vestibule::simulation

/// A small world around one sign-up: requests, two workers of a gateway with one store, and an API that does with a create
/// whatever an API may do. What becomes of the sign-up is decided by the library's own gateway::step.
/// Depends on: gateway/step.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vestibule/gateway/step.hpp"

namespace vestibule::exploration::create {

using gateway::Millis;

/// Assumptions the proof rests on (lifecycle-and-sync 1.8), each of which can be dropped, and how the store is owned.
struct Rules {
  bool dies_in_time = true;   ///< A1: a create is executed or dead within the horizon of its record
  bool shows_in_time = true;  ///< A2: an executed one is found within the horizon
  bool sends_in_time = true;  ///< A3: no first byte leaves after the lease
  bool single_owner = false;  ///< a Durable Object: one worker, which may be killed
  bool contact = false;       ///< what is created is the contact of a customer that is there
};

/// Short, so that every order of times is reached in a few steps; their order is the rule.
[[nodiscard]] gateway::Policy policy_of(const Rules& rules);

/// What the API has done with one create.
enum class Fate : std::uint8_t { travelling, hidden, shown, dead };

struct Create {
  Fate fate{};
  Millis sent_at = 0;
};
inline constexpr std::size_t create_max = 4;

enum class Doing : std::uint8_t {
  nothing,
  unsaved,   ///< only of a mistaken worker: the first byte has left, and nothing is stored
  holding,   ///< the send is stored, its first byte has not left
  awaiting,  ///< the answer to a create
  asking,    ///< a search is on its way
  told,      ///< its answer is
};

enum class Found : std::uint8_t { records, nothing_known, foreign };

struct Worker {
  Doing doing{};
  std::uint32_t epoch = 0;
  Millis lease_until = 0;
  Millis sent_at = 0;  ///< of the create it holds
  std::uint8_t create = 0;
  Found found{};
  std::uint8_t seen = 0;  ///< records of the search, a bit each
};
inline constexpr std::size_t worker_count = 2;

/// How much of everything may still happen.
struct Budget {
  std::uint8_t requests = 4, crashes = 6, losses = 5, silences = 2, lies = 1, delays = 1;
};

struct World {
  Millis now = 0;
  bool claimed = false;
  gateway::Intent intent;
  std::array<Worker, worker_count> workers{};
  std::vector<Create> creates;
  Budget budget;
  std::uint8_t bound = 0;  ///< 1 + the create it was bound to first; 0: none
  std::string broken;      ///< a rule that a step broke
};

[[nodiscard]] std::string encode(const World& world);
[[nodiscard]] World decode(std::string_view bytes);

[[nodiscard]] std::string record_id(std::size_t create);
[[nodiscard]] nue::Answer records(std::uint8_t seen);

}  // namespace vestibule::exploration::create

// What must hold in every world, and what must hold once everybody has stopped.
#include <algorithm>

#include "moves.hpp"

namespace vestibule::exploration::create {
namespace {

using gateway::State;

bool executed(const Create& create) { return create.fate == Fate::hidden || create.fate == Fate::shown; }

}  // namespace

std::string broken(const World& world) {
  if (!world.broken.empty()) return world.broken;
  if (world.intent.sends > gateway::max_sends) return "C17 more than three creates";
  if (std::count_if(world.creates.begin(), world.creates.end(), executed) > 1) return "C8 two records of one sign-up";
  return {};
}

std::string broken_in_the_end(const World& world, const Rules& rules) {
  if (!world.claimed) return {};
  World calm = world;
  calm_down(calm, rules);
  const gateway::Intent& intent = calm.intent;
  if (!gateway::is_final(intent) && intent.state != State::parked) return "C10 it does not come to rest";
  for (std::size_t i = 0; i < calm.creates.size(); ++i) {
    if (!executed(calm.creates[i])) continue;
    const std::string id = record_id(i);
    const bool listed = std::find(intent.surplus.begin(), intent.surplus.end(), id) != intent.surplus.end();
    if (intent.customer_id != id && !listed) return "C9 a record is bound to nobody and reported to nobody";
  }
  return {};
}

}  // namespace vestibule::exploration::create

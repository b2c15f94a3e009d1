// Every machine that can be recorded.
#include <algorithm>
#include <iterator>

#include "machine.hpp"
#include "vestibule/signup/json.hpp"

namespace vestibule::replay {
namespace {

std::optional<Repeated> step_signup(std::string_view state_text, std::string_view event_text) {
  const auto state = signup::read_state(state_text);
  const auto event = signup::read_event(event_text);
  if (!state.ok() || !event.ok()) return std::nullopt;
  const signup::Step step = signup::step(state.value(), event.value());
  Repeated repeated;
  signup::append_json(repeated.state, step.state);
  signup::append_effects(repeated.done, step);
  return repeated;
}

constexpr Machine machines[] = {
    {"signup", R"({"state":"editing"})", &step_signup},
};

}  // namespace

const Machine* find_machine(std::string_view name) {
  const auto* const end = std::end(machines);
  const auto* const found =
      std::find_if(std::begin(machines), end, [&](const Machine& each) { return each.name == name; });
  return found == end ? nullptr : found;
}

}  // namespace vestibule::replay

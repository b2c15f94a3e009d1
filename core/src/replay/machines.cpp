// Every machine that can be recorded.
#include <algorithm>
#include <iterator>

#include "json/tree.hpp"
#include "machine.hpp"
#include "node_text.hpp"
#include "vestibule/gateway/json.hpp"
#include "vestibule/limits.hpp"
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

// Of {"event":{...},"policy":{...}}: what the gateway may rely on is part of what happens.
std::optional<Repeated> step_gateway(std::string_view state_text, std::string_view event_text) {
  std::vector<char> storage;
  json::Tree tree;
  if (json::Tree::parse(event_text, limits::life_max_bytes, storage, tree)) return std::nullopt;
  const auto part = [&tree](std::string_view name) {
    std::string text;
    if (const std::uint32_t node = tree.member(0, name)) append_node(text, tree, node);
    return text;
  };
  const auto intent = gateway::read_intent(state_text);
  const auto event = gateway::read_event(part("event"));
  const auto policy = gateway::read_policy(part("policy"));
  if (!intent.ok() || !event.ok() || !policy.ok()) return std::nullopt;
  const gateway::Step step = gateway::step(intent.value(), event.value(), policy.value());
  Repeated repeated;
  gateway::append_json(repeated.state, step.intent);
  gateway::append_outcome(repeated.done, step);
  return repeated;
}

constexpr Machine machines[] = {
    {"signup", R"({"state":"editing"})", &step_signup},
    {"gateway", R"({"state":"claimed"})", &step_gateway},
};

}  // namespace

const Machine* find_machine(std::string_view name) {
  const auto* const end = std::end(machines);
  const auto* const found =
      std::find_if(std::begin(machines), end, [&](const Machine& each) { return each.name == name; });
  return found == end ? nullptr : found;
}

}  // namespace vestibule::replay

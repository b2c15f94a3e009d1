#include "gateway_queries.hpp"

#include <charconv>
#include <optional>

#include "vestibule/gateway/admission.hpp"
#include "vestibule/gateway/json.hpp"
#include "vestibule/gateway/pressure.hpp"
#include "vestibule/gateway/step.hpp"
#include "vestibule/json/write.hpp"

namespace vestibule::bridge {
namespace {

using gateway::Millis;
using gateway::Pressure;

template <class Integer>
Integer number_of(std::string_view text) {
  Integer value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::optional<gateway::State> state_named(std::string_view name) {
  for (std::size_t i = 0; i < gateway::state_count; ++i) {
    const auto state = static_cast<gateway::State>(i);
    if (gateway::to_string(state) == name) return state;
  }
  return {};
}

gateway::Call call_named(std::string_view name) {
  if (name == "create") return gateway::Call::create;
  return name == "retry" ? gateway::Call::retry : gateway::Call::probe;
}

// "" is a new one: nothing was ever asked.
Result<Pressure, json::Problem> pressure_of(std::string_view text) {
  if (text.empty()) return Pressure{};
  return gateway::read_pressure(text);
}

}  // namespace

void answer_gateway_step(Arguments arguments, const QueryContext&, std::string& out) {
  const auto intent = gateway::read_intent(arguments.next());
  if (!intent.ok()) return append_problem(out, intent.error());
  const auto event = gateway::read_event(arguments.next());
  if (!event.ok()) return append_problem(out, event.error());
  const auto policy = gateway::read_policy(arguments.next());
  if (!policy.ok()) return append_problem(out, policy.error());
  gateway::append_json(out, gateway::step(intent.value(), event.value(), policy.value()));
}

void answer_gateway_admit(Arguments arguments, const QueryContext&, std::string& out) {
  const auto state = state_named(arguments.next());
  gateway::Known known;
  known.state = state.value_or(gateway::State::claimed);
  known.marks.fingerprint = arguments.next();
  known.marks.body_hash = arguments.next();
  gateway::Marks request;
  request.fingerprint = arguments.next();
  request.body_hash = arguments.next();
  json::append_string(out, gateway::to_string(gateway::admit(state ? &known : nullptr, request)));
}

void answer_gateway_pass(Arguments arguments, const QueryContext&, std::string& out) {
  auto pressure = pressure_of(arguments.next());
  if (!pressure.ok()) return append_problem(out, pressure.error());
  const gateway::Call call = call_named(arguments.next());
  const auto now = number_of<Millis>(arguments.next());
  const bool passes = gateway::lets_pass(pressure.value(), call, now, !arguments.next().empty());
  out.append("{\"passes\":").append(passes ? "true" : "false").append(",\"pressure\":");
  gateway::append_json(out, pressure.value());
  out.push_back('}');
}

void answer_gateway_note(Arguments arguments, const QueryContext&, std::string& out) {
  auto pressure = pressure_of(arguments.next());
  if (!pressure.ok()) return append_problem(out, pressure.error());
  const auto event = gateway::read_event(arguments.next());
  if (!event.ok()) return append_problem(out, event.error());
  const Millis now = event.value().now;
  gateway::note(pressure.value(), event.value().answer, now, event.value().random);
  out += "{\"breaker\":";
  json::append_string(out, gateway::to_string(gateway::breaker_of(pressure.value(), now)));
  out += ",\"pressure\":";
  gateway::append_json(out, pressure.value());
  out.push_back('}');
}

}  // namespace vestibule::bridge

/// The browser machine's values as JSON: how they cross into a page, and how a flight record carries them.
/// Depends on: signup/step, json/problem, result.
///
/// Members stand in ascending order and those without a value are left out, so equal values are equal texts.
#pragma once

#include <string>
#include <string_view>

#include "vestibule/json/problem.hpp"
#include "vestibule/result.hpp"
#include "vestibule/signup/step.hpp"

namespace vestibule::signup {

/// {"adopted","asksNext","began","earlier","hasPayload","hasToken","key","locked","offline","reason","reused","secret",
///  "sends","since","stale","state","volatile"}
void append_json(std::string& out, const State& state);

/// {"event": its kind, "now", "random", and of the other members those that this kind has}
void append_json(std::string& out, const Event& event);

/// "effects":["store",...] and, with a wait, ,"waitMs":...
void append_effects(std::string& out, const Step& step);

/// Read back what append_json wrote; members may stand in any order.
///
/// Limits  limits::life_max_bytes
/// Errors  json.*; field.unknown, field.required, field.type; enum.unknown; number.range
[[nodiscard]] Result<State, json::Problem> read_state(std::string_view text);
[[nodiscard]] Result<Event, json::Problem> read_event(std::string_view text);

}  // namespace vestibule::signup

/// A life and its events as JSON text: how a host stores them, an audit log carries them and a page shows them.
/// Depends on: lifecycle/step, json/problem, result.
///
/// Members stand in ascending order and those without a value are left out, so equal values are equal texts.
#pragma once

#include <string>
#include <string_view>

#include "vestibule/json/problem.hpp"
#include "vestibule/lifecycle/step.hpp"
#include "vestibule/result.hpp"

namespace vestibule::lifecycle {

/// {"account","accountVersion","customerSince","erased","hold","holdAccount","id","link","mode","orders":[{"kind","order"}],"pastAccounts"}
void append_json(std::string& out, const Life& life);

/// {"event": its kind, and of the other members those that this kind has}
void append_json(std::string& out, const Event& event);

/// Read back what append_json wrote; members may stand in any order.
///
/// Limits  limits::life_max_bytes
/// Errors  json.*; field.unknown, field.required, field.type; enum.unknown; id.* (id.object for what is no account's);
///         date.invalid; number.range
[[nodiscard]] Result<Life, json::Problem> read_life(std::string_view text);
[[nodiscard]] Result<Event, json::Problem> read_event(std::string_view text);

/// Appends two Markdown tables: the members of each event, and what each of them is.
void append_member_tables(std::string& out);

}  // namespace vestibule::lifecycle

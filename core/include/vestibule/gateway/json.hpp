/// Intents, events, policies and pressure as JSON text: how a host stores them and a flight record carries them.
/// Depends on: gateway/step, gateway/pressure, json/problem, result.
///
/// Members stand in ascending order and those without a value (0, "", false, an empty list) are left out, so equal values are equal texts.
#pragma once

#include <string>
#include <string_view>

#include "vestibule/gateway/pressure.hpp"
#include "vestibule/gateway/step.hpp"
#include "vestibule/json/problem.hpp"
#include "vestibule/result.hpp"

namespace vestibule::gateway {

/// An event with the 500 rows of a page; more is refused.
inline constexpr std::size_t json_max_bytes = 256 * 1024;

/// {"accountNumber","customerId","dueAt","epoch","externalId","leaseUntil","owner","probedAt","probes","sends","sentAt","settledAt","state",
/// "surplus":[id],"token"}
void append_json(std::string& out, const Intent& intent);

/// {"answer":{"readable","retryAfter","rows":[{"accountNumber","createdDate","externalId","id","mark"}],"status","success"},
/// "customerId","epoch","event","held","now","random"}; "held" says that nothing may be sent
void append_json(std::string& out, const Event& event);

/// {"hasSlot","horizon","lease","singleOwner","upstream"}
void append_json(std::string& out, const Policy& policy);

/// The members of Pressure in lower camel case.
void append_json(std::string& out, const Pressure& pressure);

/// Members of a step beside its intent, without the braces: "because" where there is a reason, "effects":[name], "outcome"
void append_outcome(std::string& out, const Step& step);

/// {"because","effects":[name],"outcome","intent"}
void append_json(std::string& out, const Step& step);

/// Read back what append_json wrote; members may stand in any order.
///
/// Limits  json_max_bytes
/// Errors  json.*; field.unknown, field.required, field.type; enum.unknown; number.range
[[nodiscard]] Result<Intent, json::Problem> read_intent(std::string_view text);
[[nodiscard]] Result<Event, json::Problem> read_event(std::string_view text);
[[nodiscard]] Result<Policy, json::Problem> read_policy(std::string_view text);
[[nodiscard]] Result<Pressure, json::Problem> read_pressure(std::string_view text);

}  // namespace vestibule::gateway

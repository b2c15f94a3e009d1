// Every enumerator of the gateway by the name it has in JSON, logs and documents.
#include <array>

#include "vestibule/gateway/step.hpp"

namespace vestibule::gateway {
namespace {

template <class Enum, std::size_t size>
constexpr std::string_view name_in(const std::array<std::string_view, size>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

constexpr std::array<std::string_view, state_count> states{"claimed", "sent",     "unknown",
                                                           "created", "rejected", "parked"};
constexpr std::array<std::string_view, event_kind_count> events{"start", "send_answered", "not_begun", "probe_answered",
                                                                "relinked"};
constexpr std::array<std::string_view, 2> outcomes{"applied", "ignored"};
constexpr std::array<std::string_view, 6> reasons{"none",    "leased",      "stale_epoch",
                                                  "not_due", "not_awaited", "not_parked"};
constexpr std::array<std::string_view, 7> effect_names{"erase_payload", "send",           "probe",     "alarm_parked",
                                                       "alarm_surplus", "alarm_upstream", "alarm_slot"};
constexpr std::array<Effect, effect_names.size()> effects{
    Effect::erase_payload, Effect::send,           Effect::probe,     Effect::alarm_parked,
    Effect::alarm_surplus, Effect::alarm_upstream, Effect::alarm_slot};

}  // namespace

std::string_view to_string(State state) { return name_in(states, state); }
std::string_view to_string(EventKind kind) { return name_in(events, kind); }
std::string_view to_string(Outcome outcome) { return name_in(outcomes, outcome); }
std::string_view to_string(Because because) { return name_in(reasons, because); }

std::string_view to_string(Effect effect) {
  std::size_t place = 0;
  while (effects[place] != effect) ++place;
  return effect_names[place];
}

std::span<const Effect> all_effects() { return effects; }

}  // namespace vestibule::gateway

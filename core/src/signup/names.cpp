// Every enumerator of the browser machine by the name it has in JSON, records and documents.
#include <array>

#include "vestibule/signup/step.hpp"

namespace vestibule::signup {
namespace {

template <class Enum, std::size_t size>
constexpr std::string_view name_in(const std::array<std::string_view, size>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

constexpr std::array<std::string_view, state_kind_count> states{
    "editing", "persisting", "queued", "sending", "waiting", "unresolved", "expired", "confirmed", "refused"};
constexpr std::array<std::string_view, 2> moves{"send", "ask"};
constexpr std::array<std::string_view, event_kind_count> events{"submit",   "edit",   "check",   "resume",
                                                                "stored",   "locked", "told",    "token",
                                                                "answered", "waited", "offline", "online"};
constexpr std::array<std::string_view, 10> effect_names{"store", "erase_payload", "forget", "tell", "unlock",
                                                        "lock",  "token",         "post",   "ask",  "wait"};
constexpr std::array<Effect, effect_names.size()> effects{
    Effect::store, Effect::erase_payload, Effect::forget, Effect::tell, Effect::unlock,
    Effect::lock,  Effect::token,         Effect::post,   Effect::ask,  Effect::wait};

}  // namespace

std::string_view to_string(StateKind kind) { return name_in(states, kind); }
std::string_view to_string(Move move) { return name_in(moves, move); }
std::string_view to_string(EventKind kind) { return name_in(events, kind); }

std::string_view to_string(Effect effect) {
  std::size_t place = 0;
  while (effects[place] != effect) ++place;
  return effect_names[place];
}

std::span<const Effect> all_effects() { return effects; }

}  // namespace vestibule::signup

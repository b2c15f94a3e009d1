// Every enumerator of the lifecycle by the name it has in JSON, logs and documents.
#include <array>

#include "vestibule/lifecycle/step.hpp"

namespace vestibule::lifecycle {
namespace {

template <class Enum, std::size_t size>
constexpr std::string_view name_in(const std::array<std::string_view, size>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

constexpr std::array<std::string_view, 4> stages{"Draft", "Prospect", "Active", "Managed"};
constexpr std::array<std::string_view, 4> order_kinds{"activated", "changed", "renewed", "cancelled"};
constexpr std::array<std::string_view, 2> modes{"selective", "continuous"};
constexpr std::array<std::string_view, 6> links{"None", "Pending", "Linked", "Suspended", "Severed", "Held"};
constexpr std::array<std::string_view, 5> holds{"none", "conflict", "duplicate", "merge_cycle", "refused"};
constexpr std::array<std::string_view, event_kind_count> events{
    "created",        "order_activated", "order_changed",     "renewed",
    "cancelled",      "draft_pushed",    "link_set",          "relinked",
    "account_merged", "account_deleted", "account_undeleted", "account_missing",
    "sync_failed",    "mode_changed",    "hold_released",     "erase"};
constexpr std::array<std::string_view, 4> sources{"sync", "salesforce", "import", "person"};
constexpr std::array<std::string_view, 4> outcomes{"applied", "noted", "repeated", "ignored"};
constexpr std::array<std::string_view, 13> reasons{"none",    "no_customer",    "other_id",  "known", "no_active_order",
                                                   "not_due", "linked_already", "not_ours",  "stale", "too_early",
                                                   "taken",   "not_held",       "open_order"};
constexpr std::array<std::string_view, 8> effect_names{
    "promote_type", "customer_since", "make_account", "refresh", "retry", "alarm", "erase_personal", "destroy_key"};
constexpr std::array<Effect, effect_names.size()> effects{
    Effect::promote_type, Effect::customer_since, Effect::make_account,   Effect::refresh,
    Effect::retry,        Effect::alarm,          Effect::erase_personal, Effect::destroy_key};

}  // namespace

std::string_view to_string(Stage stage) { return name_in(stages, stage); }
std::string_view to_string(OrderKind kind) { return name_in(order_kinds, kind); }
std::string_view to_string(Mode mode) { return name_in(modes, mode); }
std::string_view to_string(Link link) { return name_in(links, link); }
std::string_view to_string(Hold hold) { return name_in(holds, hold); }
std::string_view to_string(EventKind kind) { return name_in(events, kind); }
std::string_view to_string(Source source) { return name_in(sources, source); }
std::string_view to_string(Outcome outcome) { return name_in(outcomes, outcome); }
std::string_view to_string(Because because) { return name_in(reasons, because); }

std::string_view to_string(Effect effect) {
  std::size_t place = 0;
  while (effects[place] != effect) ++place;
  return effect_names[place];
}

std::span<const Effect> all_effects() { return effects; }

}  // namespace vestibule::lifecycle

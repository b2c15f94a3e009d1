#include "table.hpp"

namespace vestibule::lifecycle {
namespace {

using enum EventKind;
using enum Outcome;

constexpr Links none = only(Link::none);
constexpr Links pending = only(Link::pending);
constexpr Links linked = only(Link::linked);
constexpr Links suspended = only(Link::suspended);
constexpr Links severed = only(Link::severed);
constexpr Link stay = Link::held;

constexpr Effects first_activation = Effect::promote_type | Effect::customer_since;

// clang-format off
constexpr Row table[] = {
    // event            from                 guard                    to               action              outcome   because                   effects
    {created,           any_link,            Guard::no_id,            stay,            Do::take_id,        applied,  Because::none,            {}},
    {created,           any_link,            Guard::same_id,          stay,            Do::nothing,        repeated, Because::known,           {}},
    {created,           any_link,            Guard::always,           stay,            Do::nothing,        ignored,  Because::other_id,        {}},        // L6

    {order_activated,   any_link,            Guard::known_order,      stay,            Do::nothing,        repeated, Because::known,           {}},        // R15
    {order_activated,   none,                Guard::first_unerased,   Link::pending,   Do::add_order,      applied,  Because::none,            first_activation | Effect::make_account},  // R13, R14, L23
    {order_activated,   any_link,            Guard::first_order,      stay,            Do::add_order,      applied,  Because::none,            first_activation},
    {order_activated,   any_link,            Guard::always,           stay,            Do::add_order,      applied,  Because::none,            Effect::customer_since},

    {order_changed,     any_link,            Guard::known_order,      stay,            Do::nothing,        repeated, Because::known,           {}},
    {order_changed,     any_link,            Guard::no_active_order,  stay,            Do::add_order,      noted,    Because::no_active_order, {}},        // L12
    {order_changed,     any_link,            Guard::always,           stay,            Do::add_order,      applied,  Because::none,            {}},
    {renewed,           any_link,            Guard::known_order,      stay,            Do::nothing,        repeated, Because::known,           {}},
    {renewed,           any_link,            Guard::no_active_order,  stay,            Do::add_order,      noted,    Because::no_active_order, {}},
    {renewed,           any_link,            Guard::always,           stay,            Do::add_order,      applied,  Because::none,            {}},
    {cancelled,         any_link,            Guard::known_order,      stay,            Do::nothing,        repeated, Because::known,           {}},
    {cancelled,         any_link,            Guard::no_active_order,  stay,            Do::add_order,      noted,    Because::no_active_order, {}},
    {cancelled,         any_link,            Guard::always,           stay,            Do::add_order,      applied,  Because::none,            {}},

    {draft_pushed,      none,                Guard::unerased,         Link::pending,   Do::nothing,        applied,  Because::none,            Effect::make_account},
    {draft_pushed,      none,                Guard::always,           stay,            Do::nothing,        ignored,  Because::not_due,         {}},        // L23
    {draft_pushed,      any_link,            Guard::always,           stay,            Do::nothing,        ignored,  Because::linked_already,  {}},

    {link_set,          linked | suspended,  Guard::same_account,     stay,            Do::nothing,        repeated, Because::known,           {}},
    {link_set,          linked | suspended,  Guard::always,           stay,            Do::hold_conflict,  applied,  Because::none,            Effect::alarm},
    {link_set,          none,                Guard::our_sync_undue,   stay,            Do::nothing,        ignored,  Because::not_due,         {}},        // L2
    {link_set,          severed,             Guard::our_sync,         stay,            Do::nothing,        ignored,  Because::not_due,         {}},
    {link_set,          none | pending,      Guard::taken,            stay,            Do::hold_duplicate, applied,  Because::none,            Effect::alarm},  // L3
    {link_set,          any_link,            Guard::taken,            stay,            Do::nothing,        ignored,  Because::taken,           {}},
    {link_set,          any_link,            Guard::always,           Link::linked,    Do::tie,            applied,  Because::none,            Effect::refresh},

    {relinked,          any_link,            Guard::taken,            stay,            Do::nothing,        ignored,  Because::taken,           {}},        // L3
    {relinked,          linked,              Guard::same_account,     stay,            Do::nothing,        repeated, Because::known,           {}},
    {relinked,          any_link,            Guard::always,           Link::linked,    Do::tie_anew,       applied,  Because::none,            Effect::refresh},

    {account_merged,    any_link,            Guard::merged_before,    stay,            Do::nothing,        repeated, Because::known,           {}},
    {account_merged,    any_link,            Guard::not_ours,         stay,            Do::nothing,        ignored,  Because::not_ours,        {}},
    {account_merged,    any_link,            Guard::known_cycle,      stay,            Do::nothing,        repeated, Because::known,           {}},        // L12
    {account_merged,    any_link,            Guard::cycle,            stay,            Do::hold_cycle,     applied,  Because::none,            Effect::alarm},  // L18
    {account_merged,    any_link,            Guard::known_duplicate,  stay,            Do::nothing,        repeated, Because::known,           {}},        // L12
    {account_merged,    any_link,            Guard::taken,            stay,            Do::hold_duplicate, applied,  Because::none,            Effect::alarm},  // L3
    {account_merged,    any_link,            Guard::always,           Link::linked,    Do::tie_winner,     applied,  Because::none,            Effect::refresh},

    {account_deleted,   any_link,            Guard::not_ours,         stay,            Do::nothing,        ignored,  Because::not_ours,        {}},        // L16
    {account_deleted,   any_link,            Guard::stale,            stay,            Do::nothing,        ignored,  Because::stale,           {}},        // L26
    {account_deleted,   linked,              Guard::always,           Link::suspended, Do::note_version,   applied,  Because::none,            Effect::alarm},
    {account_deleted,   any_link,            Guard::always,           stay,            Do::note_version,   noted,    Because::known,           {}},
    {account_undeleted, any_link,            Guard::not_ours,         stay,            Do::nothing,        ignored,  Because::not_ours,        {}},
    {account_undeleted, any_link,            Guard::stale,            stay,            Do::nothing,        ignored,  Because::stale,           {}},
    {account_undeleted, suspended,           Guard::always,           Link::linked,    Do::note_version,   applied,  Because::none,            Effect::refresh},
    {account_undeleted, any_link,            Guard::always,           stay,            Do::note_version,   noted,    Because::known,           {}},

    {account_missing,   any_link,            Guard::not_ours,         stay,            Do::nothing,        ignored,  Because::not_ours,        {}},
    {account_missing,   linked,              Guard::always,           Link::suspended, Do::nothing,        applied,  Because::none,            Effect::alarm},  // deleted for good at once: no event tells
    {account_missing,   suspended,           Guard::bin_over,         Link::severed,   Do::untie,          applied,  Because::none,            Effect::alarm},  // L4
    {account_missing,   any_link,            Guard::always,           stay,            Do::nothing,        ignored,  Because::too_early,       {}},

    {sync_failed,       pending | linked,    Guard::permanent,        stay,            Do::hold_refused,   applied,  Because::none,            Effect::alarm},
    {sync_failed,       pending | linked,    Guard::always,           stay,            Do::nothing,        noted,    Because::none,            Effect::retry},
    {sync_failed,       any_link,            Guard::always,           stay,            Do::nothing,        ignored,  Because::not_due,         {}},

    {mode_changed,      any_link,            Guard::same_mode,        stay,            Do::nothing,        repeated, Because::known,           {}},
    {mode_changed,      none,                Guard::to_continuous,    Link::pending,   Do::set_mode,       applied,  Because::none,            Effect::make_account},  // R21, L23
    {mode_changed,      any_link,            Guard::always,           stay,            Do::set_mode,       applied,  Because::none,            {}},        // L19

    {hold_released,     pending,             Guard::held_unerased,    stay,            Do::release,        applied,  Because::none,            Effect::make_account},  // L17, L23
    {hold_released,     any_link,            Guard::held,             stay,            Do::release,        applied,  Because::none,            Effect::refresh},
    {hold_released,     any_link,            Guard::always,           stay,            Do::nothing,        ignored,  Because::not_held,        {}},

    {erase,             any_link,            Guard::open_order,       stay,            Do::nothing,        ignored,  Because::open_order,      {}},
    {erase,             any_link,            Guard::erased,           stay,            Do::nothing,        repeated, Because::known,           {}},
    {erase,             pending,             Guard::always,           Link::none,      Do::mark_erased,    applied,  Because::none,            Effect::erase_personal | Effect::destroy_key},  // L23: no account is due any more
    {erase,             any_link,            Guard::always,           stay,            Do::mark_erased,    applied,  Because::none,            Effect::erase_personal | Effect::destroy_key},
};
// clang-format on

// Every event ends with a row that always fits, so no event is without an answer; and its rows stand together.
constexpr bool total() {
  std::size_t row = 0;
  for (std::size_t event = 0; event < event_kind_count; ++event) {
    const std::size_t first = row;
    while (row < std::size(table) && table[row].event == static_cast<EventKind>(event)) ++row;
    if (row == first) return false;
    const Row& last = table[row - 1];
    if (last.from != any_link || last.guard != Guard::always) return false;
  }
  return row == std::size(table);
}
static_assert(total(), "rows in the order of EventKind, the last one of each for every link and always");

}  // namespace

std::span<const Row> rows() { return table; }

}  // namespace vestibule::lifecycle

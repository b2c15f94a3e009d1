#include "table.hpp"

#include "mutants.hpp"

namespace vestibule::gateway {
namespace {

using enum EventKind;

constexpr States claimed = only(State::claimed);
constexpr States sent = only(State::sent);
constexpr States unknown = only(State::unknown);
constexpr States created = only(State::created);
constexpr States rejected = only(State::rejected);
constexpr States parked = only(State::parked);
constexpr States settled = created | rejected | parked;
constexpr States open = claimed | unknown;

constexpr Row moves(EventKind event, States from, Guard guard, State to, Do action, Effects effects = {}) {
  return {event, from, guard, to, false, action, Because::none, effects};
}
constexpr Row stays(EventKind event, States from, Guard guard, Do action, Effects effects = {}) {
  return {event, from, guard, {}, true, action, Because::none, effects};
}
constexpr Row ignores(EventKind event, States from, Guard guard, Because because) {
  return {event, from, guard, {}, true, Do::nothing, because, {}};
}

// Mistakes that can be compiled in.
constexpr State after_restart = mutant == Mutant::resend_unprobed ? State::claimed : State::unknown;
constexpr State after_silence = mutant == Mutant::resend_on_silence ? State::claimed : State::unknown;

constexpr States relinkable = mutant == Mutant::relink_unparked ? any_state : parked;
constexpr Effects bound = mutant == Mutant::payload_kept ? Effects{} : Effects{Effect::erase_payload};
constexpr Effects bound_of_many = bound | Effect::alarm_surplus;

// clang-format off
constexpr Row table[] = {
    ignores(start,          any_state, Guard::leased,          Because::leased),                                               // C4
    stays  (start,          settled,                           Guard::unsearchable,    Do::drop_sweeps),                       // or it stays due for ever
    ignores(start,          settled,   Guard::swept,           Because::not_due),
    stays  (start,          settled,                           Guard::always,          Do::begin_probe,    Effect::probe),     // C9
    ignores(start,          claimed,   Guard::not_due,         Because::not_due),                                              // C17
    stays  (start,          claimed,                           Guard::first_held,      Do::back_off),
    moves  (start,          claimed,   Guard::first,           State::sent,            Do::begin_send,     Effect::send),      // C2
    stays  (start,          claimed,                           Guard::blind_held,      Do::back_off),
    moves  (start,          claimed,   Guard::blind,           State::sent,            Do::begin_send,     Effect::send),
    stays  (start,          claimed,                           Guard::always,          Do::begin_probe,    Effect::probe),     // 1.4: 429 is asked once
    moves  (start,          sent | unknown, Guard::blind_late, State::parked,          Do::park,           Effect::alarm_parked),
    moves  (start,          sent | unknown, Guard::blind,      State::unknown,         Do::await_horizon),
    moves  (start,          sent,      Guard::always,          after_restart,          Do::begin_probe,    Effect::probe),     // C3
    stays  (start,          unknown,                           Guard::always,          Do::begin_probe,    Effect::probe),

    ignores(send_answered,  any_state, Guard::stale_epoch,     Because::stale_epoch),                                          // C4
    moves  (send_answered,  sent,      Guard::accepted,        State::created,         Do::bind,           bound),             // C16
    moves  (send_answered,  sent,      Guard::unowned_alarm,   State::parked,          Do::park,           Effect::alarm_parked | Effect::alarm_upstream),
    moves  (send_answered,  sent,      Guard::unowned,         State::parked,          Do::park,           Effect::alarm_parked),  // nobody is told
    moves  (send_answered,  sent,      Guard::refused_alarm,   State::rejected,        Do::reject,         Effect::erase_payload | Effect::alarm_upstream),
    moves  (send_answered,  sent,      Guard::refused,         State::rejected,        Do::reject,         Effect::erase_payload),
    moves  (send_answered,  sent,      Guard::put_off_last,    State::parked,          Do::park,           Effect::alarm_parked),
    moves  (send_answered,  sent,      Guard::put_off,         State::claimed,         Do::back_off),
    moves  (send_answered,  sent,      Guard::always,          after_silence,          Do::plan_probe),
    ignores(send_answered,  any_state, Guard::always,          Because::not_awaited),

    ignores(not_begun,      any_state, Guard::stale_epoch,     Because::stale_epoch),
    moves  (not_begun,      sent,      Guard::last,            State::parked,          Do::park,           Effect::alarm_parked),
    moves  (not_begun,      sent,      Guard::always,          State::claimed,         Do::back_off),
    ignores(not_begun,      any_state, Guard::always,          Because::not_awaited),

    ignores(probe_answered, any_state, Guard::stale_epoch,     Because::stale_epoch),
    ignores(probe_answered, sent,      Guard::always,          Because::not_awaited),
    stays  (probe_answered, created | rejected,                Guard::others,          Do::list_surplus,   Effect::alarm_surplus),  // C9
    stays  (probe_answered, created | rejected,                Guard::answered,        Do::plan_sweep),
    stays  (probe_answered, created | rejected,                Guard::always,          Do::repeat_sweep),
    moves  (probe_answered, open | parked, Guard::found_more,  State::created,         Do::bind,           bound_of_many),
    moves  (probe_answered, open | parked, Guard::found,       State::created,         Do::bind,           bound),
    moves  (probe_answered, open,      Guard::taken,           State::parked,          Do::park,           Effect::alarm_parked),  // 1.7
    stays  (probe_answered, parked,                            Guard::answered,        Do::plan_sweep),
    stays  (probe_answered, parked,                            Guard::always,          Do::repeat_sweep),
    stays  (probe_answered, unknown,                           Guard::absent_early,    Do::plan_probe),                        // C3
    moves  (probe_answered, open,      Guard::absent_last,     State::parked,          Do::park,           Effect::alarm_parked),
    moves  (probe_answered, open,      Guard::absent_held,     State::claimed,         Do::back_off),
    moves  (probe_answered, open,      Guard::absent,          State::sent,            Do::begin_send,     Effect::send),
    moves  (probe_answered, unknown,   Guard::unfiltered_late, State::parked,          Do::park,           Effect::alarm_slot | Effect::alarm_parked),
    stays  (probe_answered, unknown,                           Guard::unfiltered,      Do::await_horizon,  Effect::alarm_slot),
    stays  (probe_answered, claimed,                           Guard::unfiltered_held, Do::back_off,       Effect::alarm_slot),
    moves  (probe_answered, claimed,   Guard::unfiltered,      State::sent,            Do::begin_send,     Effect::alarm_slot | Effect::send),
    moves  (probe_answered, open,      Guard::silent_day,      State::parked,          Do::park,           Effect::alarm_parked),
    stays  (probe_answered, unknown,                           Guard::always,          Do::plan_probe),
    stays  (probe_answered, claimed,                           Guard::always,          Do::back_off),

    moves  (relinked,       relinkable, Guard::always,         State::created,         Do::bind_by_person, bound),             // C7
    ignores(relinked,       any_state, Guard::always,          Because::not_parked),                                           // C1
};
// clang-format on

}  // namespace

std::span<const Row> rows() { return table; }

}  // namespace vestibule::gateway

#include "table.hpp"

namespace vestibule::signup {
namespace {

using enum EventKind;
using K = StateKind;

constexpr States editing = only(K::editing);
constexpr States persisting = only(K::persisting);
constexpr States queued = only(K::queued);
constexpr States sending = only(K::sending);
constexpr States waiting = only(K::waiting);
constexpr States unresolved = only(K::unresolved);
constexpr States expired = only(K::expired);
constexpr States refused = only(K::refused);
constexpr States asked = waiting | unresolved | expired;
constexpr States final_or_editing = editing | expired | only(K::confirmed) | refused;

constexpr Answers any = any_answer;
constexpr Answers created = only(Answer::created);
constexpr Answers refusal = only(Answer::refused);
constexpr Answers stale = only(Answer::stale);
constexpr Answers unknown = only(Answer::unknown);
constexpr Answers not_known = any & ~(created | refusal);

constexpr Effects ended = Effect::forget | Effect::tell | Effect::unlock;
constexpr Effects cleared = Effect::erase_payload | Effect::unlock;
constexpr Effects none{};

// clang-format off
constexpr Row table[] = {
    // event   from                  answers    guard                to             action             effects
    {submit,   editing,              any,       Guard::has_key,      K::persisting, Do::begin_again,   Effect::store},  // C12
    {submit,   editing | refused,    any,       Guard::always,       K::persisting, Do::begin,         Effect::store},
    {submit,   any_state,            any,       Guard::always,       stay,          Do::nothing,       none},           // C13: a double click, Enter

    {edit,     refused,              any,       Guard::always,       K::editing,    Do::drop,          none},
    {edit,     any_state,            any,       Guard::always,       stay,          Do::nothing,       none},

    {check,    unresolved,           any,       Guard::always,       K::waiting,    Do::recheck,       Effect::ask},
    {check,    expired,              any,       Guard::always,       stay,          Do::nothing,       Effect::ask},
    {check,    queued,               any,       Guard::offline,      stay,          Do::go_online,     Effect::lock},   // the browser may be wrong about the network
    {check,    any_state,            any,       Guard::always,       stay,          Do::nothing,       none},

    {resume,   editing,              any,       Guard::recheck_over, stay,          Do::drop,          Effect::forget}, // C19
    {resume,   editing,              any,       Guard::outbox_over,  K::expired,    Do::expire,        Effect::erase_payload | Effect::ask},
    {resume,   editing,              any,       Guard::offline,      K::queued,     Do::adopt,         Effect::wait},
    {resume,   editing,              any,       Guard::always,       K::waiting,    Do::adopt,         Effect::ask},    // C14
    {resume,   any_state,            any,       Guard::always,       stay,          Do::nothing,       none},

    {stored,   persisting,           any,       Guard::other_key,    K::waiting,    Do::adopt,         Effect::unlock | Effect::ask},  // C12
    {stored,   persisting,           any,       Guard::offline,      K::queued,     Do::take_stored,   Effect::wait},
    {stored,   persisting,           any,       Guard::always,       K::queued,     Do::take_stored,   Effect::lock},   // where it is held, `locked` follows at once
    {stored,   any_state,            any,       Guard::always,       stay,          Do::nothing,       none},

    {locked,   queued,               any,       Guard::failed,       stay,          Do::lose_lock,     Effect::wait},
    {locked,   any_state,            any,       Guard::failed,       stay,          Do::nothing,       none},
    {locked,   queued,               any,       Guard::offline,      stay,          Do::take_lock,     none},
    {locked,   queued,               any,       Guard::next_ask,     K::waiting,    Do::take_lock,     Effect::ask},
    {locked,   queued,               any,       Guard::has_token,    K::sending,    Do::take_lock,     Effect::post},
    {locked,   queued,               any,       Guard::always,       K::sending,    Do::take_lock,     Effect::token},
    {locked,   final_or_editing,     any,       Guard::always,       stay,          Do::nothing,       Effect::unlock}, // it came too late
    {locked,   any_state,            any,       Guard::always,       stay,          Do::take_lock,     none},

    {told,     queued | waiting,     any,       Guard::offline,      stay,          Do::ask_next,      none},
    {told,     queued | waiting | sending, any, Guard::always,       K::waiting,    Do::ask_next,      Effect::ask},    // C14
    {told,     unresolved | expired, any,       Guard::always,       stay,          Do::nothing,       Effect::ask},
    {told,     any_state,            any,       Guard::always,       stay,          Do::nothing,       none},

    {token,    sending,              any,       Guard::has_token,    stay,          Do::nothing,       none},           // C13
    {token,    sending,              any,       Guard::always,       stay,          Do::take_token,    Effect::post},
    {token,    any_state,            any,       Guard::always,       stay,          Do::nothing,       none},

    {answered, sending | asked,      created,   Guard::always,       K::confirmed,  Do::settle,        ended},          // C11
    {answered, sending | asked,      refusal,   Guard::always,       K::refused,    Do::settle,        ended},          // C11
    {answered, sending,              stale,     Guard::first_stale,  K::persisting, Do::renew_token,   Effect::store},
    {answered, sending,              not_known, Guard::offline,      K::queued,     Do::hold,          Effect::wait},
    {answered, sending,              not_known, Guard::spent,        K::unresolved, Do::pause,         Effect::wait},   // C17
    {answered, sending,              not_known, Guard::always,       K::waiting,    Do::pause,         Effect::wait},
    {answered, asked,                unknown,   Guard::no_payload,   K::editing,    Do::keep_key,      Effect::unlock},
    {answered, waiting,              unknown,   Guard::sends_spent,  K::unresolved, Do::pause,         Effect::wait},   // C17
    {answered, waiting,              unknown,   Guard::always,       K::persisting, Do::count_send,    Effect::store},
    {answered, waiting,              not_known, Guard::offline,      K::queued,     Do::hold,          Effect::wait},
    {answered, waiting,              not_known, Guard::time_spent,   K::unresolved, Do::pause,         Effect::wait},
    {answered, waiting,              not_known, Guard::always,       stay,          Do::pause,         Effect::wait},
    {answered, unresolved,           not_known, Guard::outbox_over,  K::expired,    Do::expire,        cleared},
    {answered, unresolved,           not_known, Guard::always,       stay,          Do::pause,         Effect::wait},   // C12
    {answered, any_state,            any,       Guard::always,       stay,          Do::nothing,       none},

    {waited,   waiting,              any,       Guard::next_send,    K::persisting, Do::count_send,    Effect::store},
    {waited,   waiting,              any,       Guard::always,       stay,          Do::nothing,       Effect::ask},
    {waited,   queued | unresolved,  any,       Guard::outbox_over,  K::expired,    Do::expire,        cleared},
    {waited,   queued,               any,       Guard::always,       stay,          Do::nothing,       Effect::wait},
    {waited,   unresolved,           any,       Guard::always,       stay,          Do::nothing,       Effect::ask},
    {waited,   any_state,            any,       Guard::always,       stay,          Do::nothing,       none},

    {offline,  waiting,              any,       Guard::always,       K::queued,     Do::hold,          Effect::wait},
    {offline,  any_state,            any,       Guard::always,       stay,          Do::go_offline,    none},

    {online,   queued,               any,       Guard::outbox_over,  K::expired,    Do::expire,        cleared | Effect::ask},
    {online,   queued,               any,       Guard::next_ask,     K::waiting,    Do::go_online,     Effect::ask},
    {online,   queued,               any,       Guard::always,       stay,          Do::go_online,     Effect::lock},
    {online,   any_state,            any,       Guard::always,       stay,          Do::go_online,     none},
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
    if (last.from != any_state || last.guard != Guard::always || last.answers != any) return false;
  }
  return row == std::size(table);
}
static_assert(total(), "rows in the order of EventKind, the last one of each for every state and always");

}  // namespace

std::span<const Row> rows() { return table; }

}  // namespace vestibule::signup

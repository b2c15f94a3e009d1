// Which members a state and an event of each kind have, for whichever reader takes them. Internal to signup.
//
// A reader has text(name) -> string, number<Integer>(name) and flag(name), which are "" , 0 and false where there is no such
// member, and named<Enum>(name, count), which is an error where there is none.
#pragma once

#include "vestibule/signup/event.hpp"

namespace vestibule::signup {

template <class Reader>
Attempt read_attempt(Reader& reader) {
  Attempt attempt;
  attempt.began_ms = reader.template number<std::uint64_t>("began");
  attempt.has_payload = reader.flag("hasPayload");
  attempt.key = reader.text("key");
  attempt.secret = reader.text("secret");
  attempt.sends = reader.template number<std::uint32_t>("sends");
  return attempt;
}

template <class Reader>
void read_members(Reader& reader, State& state) {
  state.attempt = read_attempt(reader);
  state.adopted = reader.flag("adopted");
  state.earlier = reader.flag("earlier");
  state.has_token = reader.flag("hasToken");
  state.locked = reader.flag("locked");
  state.next = reader.flag("asksNext") ? Move::ask : Move::send;
  state.offline = reader.flag("offline");
  state.reason = reader.text("reason");
  state.reused = reader.flag("reused");
  state.since_ms = reader.template number<std::uint64_t>("since");
  state.stale = reader.flag("stale");
  state.kind = reader.template named<StateKind>("state", state_kind_count);
  state.unstored = reader.flag("volatile");
}

template <class Reader>
void read_members(Reader& reader, Event& event) {
  event.kind = reader.template named<EventKind>("event", event_kind_count);
  event.now_ms = reader.template number<std::uint64_t>("now");
  event.random = reader.template number<std::uint32_t>("random");
  switch (event.kind) {
    case EventKind::submit:
      event.attempt.key = reader.text("key");
      event.attempt.secret = reader.text("secret");
      return;
    case EventKind::resume: event.attempt = read_attempt(reader); return;
    case EventKind::stored:
      event.attempt = read_attempt(reader);
      event.ok = reader.flag("ok");
      return;
    case EventKind::locked: event.ok = reader.flag("ok"); return;
    case EventKind::answered:
      event.code = reader.text("code");
      event.retry_after_ms = reader.template number<std::uint64_t>("retryAfterMs");
      event.status = reader.template number<std::uint32_t>("status");
      event.whole = reader.flag("whole");
      return;
    case EventKind::edit:
    case EventKind::check:
    case EventKind::told:
    case EventKind::token:
    case EventKind::waited:
    case EventKind::offline:
    case EventKind::online: return;
  }
}

}  // namespace vestibule::signup

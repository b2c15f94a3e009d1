/// Lives, events and ids for tests of the lifecycle.
/// Depends on: lifecycle/step.
#pragma once

#include <cstdint>
#include <initializer_list>

#include "vestibule/lifecycle/step.hpp"

namespace vestibule::test {

[[nodiscard]] inline ids::Uuid uuid(std::uint8_t number) {
  ids::Uuid id;
  id.bytes[15] = number;
  return id;
}

/// An account id that differs from others by its last character: 'a' and 'A' are two.
[[nodiscard]] inline ids::SalesforceId account(char last) {
  std::string text = "0015f00002JUZP";
  text.push_back(last);
  return ids::parse_salesforce_id(text).value().id;
}

using lifecycle::Event;
using lifecycle::EventKind;
using lifecycle::Life;

[[nodiscard]] inline Event create(std::uint8_t id, lifecycle::Mode mode = {}) {
  return {.kind = EventKind::created, .id = uuid(id), .mode = mode};
}
[[nodiscard]] inline Event order_event(EventKind kind, std::uint8_t order, checks::Date day = {2026, 3, 4}) {
  return {.kind = kind, .order = uuid(order), .day = day};
}
[[nodiscard]] inline Event activate(std::uint8_t order, checks::Date day = {2026, 3, 4}) {
  return order_event(EventKind::order_activated, order, day);
}
[[nodiscard]] inline Event tie(char account_letter, bool taken = false,
                               lifecycle::Source source = lifecycle::Source::sync) {
  return {.kind = EventKind::link_set, .account = account(account_letter), .source = source, .taken = taken};
}
[[nodiscard]] inline Event merge(char loser, char winner, bool taken = false, bool cycle = false) {
  return {.kind = EventKind::account_merged,
          .account = account(loser),
          .winner = account(winner),
          .taken = taken,
          .cycle = cycle};
}
[[nodiscard]] inline Event account_event(EventKind kind, char letter, std::uint64_t version = 1,
                                         std::uint32_t days = 0) {
  return {.kind = kind, .account = account(letter), .days = days, .version = version};
}
[[nodiscard]] inline Event plain(EventKind kind) { return {.kind = kind}; }

[[nodiscard]] inline Life after(std::initializer_list<Event> events) {
  Life life;
  for (const Event& event : events) life = lifecycle::step(life, event).life;
  return life;
}

}  // namespace vestibule::test

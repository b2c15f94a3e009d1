/// Events and answers for tests of the gateway's machine.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "vestibule/gateway/step.hpp"

namespace vestibule::test {

inline const std::string intent_token = "0123456789ABCDEFGHJKMNPQRS";
inline constexpr gateway::Millis begin = 1'000'000;

inline nue::Row row(std::string id, std::string created = "2026-01-01T00:00:00Z") {
  return {.id = std::move(id),
          .account_number = "ACC-1",
          .external_id = {},
          .created_date = std::move(created),
          .mark = intent_token};
}

inline nue::Answer rows(std::vector<nue::Row> rows) {
  return {.status = 200, .readable = true, .success = true, .retry_after = {}, .rows = std::move(rows)};
}

inline nue::Answer status(std::uint16_t status) {
  return {.status = status, .readable = true, .success = false, .retry_after = {}, .rows = {}};
}

/// An intent and its clock, driven event by event.
struct Driven {
  gateway::Policy policy{};
  gateway::Intent intent{};
  gateway::Millis now = begin;
  gateway::Step last{};

  Driven() { intent.token = intent_token; }

  const gateway::Step& give(gateway::Event event) {
    event.now = now;
    last = gateway::step(intent, event, policy);
    intent = last.intent;
    return last;
  }
  const gateway::Step& start(bool may_send = true) {
    return give({.kind = gateway::EventKind::start, .may_send = may_send});
  }
  const gateway::Step& sent(nue::Answer answer) {
    return give({.kind = gateway::EventKind::send_answered, .epoch = intent.epoch, .answer = std::move(answer)});
  }
  const gateway::Step& probed(nue::Answer answer, bool may_send = true) {
    return give({.kind = gateway::EventKind::probe_answered,
                 .epoch = intent.epoch,
                 .may_send = may_send,
                 .answer = std::move(answer)});
  }
  /// Sent, and the answer lost.
  void lose() {
    start();
    sent({});
  }
};

}  // namespace vestibule::test

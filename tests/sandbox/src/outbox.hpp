/// What happened, for the outside: one line of JSON for each event, appended in the transaction that it tells of (L25).
/// A line is what the feed answers and what a webhook carries, byte for byte; docs/webhooks.md lists its members.
/// Depends on: clock, database, outbox_event.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "clock.hpp"
#include "database.hpp"
#include "outbox_event.hpp"

namespace vestibule::sandbox {

struct OutboxMessage {
  std::string id;  ///< a UUID, the same whenever the message is sent
  std::string line;
};

class Outbox {
 public:
  explicit Outbox(Database& database);

  /// `members` is JSON text of what the line says beside sequence, id, event and time, each member with a comma before it.
  /// It holds ids, names of fields, stages and amounts, never a value that a person typed: lines outlive an erasure.
  /// Gives the sequence. Sequences count from 1 without a gap, and are committed in their order: there is one writer.
  std::int64_t append(OutboxEvent event, Milliseconds time, std::string_view members);

  /// Takes out the lines before a sequence. The newest one has to stay: the next sequence follows it.
  void remove_before(std::int64_t sequence);
  /// The first sequence that is kept; 1 where nothing was taken out.
  [[nodiscard]] std::int64_t first();

  [[nodiscard]] std::optional<OutboxMessage> find(std::int64_t sequence);
  /// Lines after a sequence, each with its line feed.
  [[nodiscard]] std::string lines_after(std::int64_t sequence, std::int64_t limit);

 private:
  Statement last_;
  Statement insert_;
  Statement remove_;
  Statement first_;
  Statement find_;
  Statement lines_;
};

void prepare_outbox(Database& database);

}  // namespace vestibule::sandbox

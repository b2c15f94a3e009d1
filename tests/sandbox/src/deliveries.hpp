/// Messages on their way to endpoints, and the log of every attempt. A delivery is one message for one endpoint; a message
/// that is sent twice, or again on request, has two.
/// Depends on: clock, database; the tables of outbox and webhooks.
///
///   gathering --all others are there--> waiting --2xx--> delivered
///                                        |  ^  \--the last attempt fails--> given_up
///                                        \--/ an attempt fails     removed, with its endpoint, while it waits
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "clock.hpp"
#include "database.hpp"

namespace vestibule::sandbox {

/// Attempts in all. With the delay to the second one doubling each time, the last one follows 31 delays after the first.
inline constexpr std::int64_t delivery_attempts_max = 6;

struct Delivery {
  std::int64_t id = 0;
  std::int64_t sequence = 0;  ///< of the message
  std::int64_t attempts = 0;  ///< so far
};

struct Attempt {
  Milliseconds time = 0;
  unsigned status = 0;     ///< of the answer; 0 when there was none
  std::string_view error;  ///< our own words; "" when there was an answer
};

class Deliveries {
 public:
  explicit Deliveries(Database& database);

  /// A message for an endpoint. What gathers waits for release(). Gives the delivery's id.
  std::int64_t add(std::int64_t sequence, std::string_view webhook, bool gathers);
  /// Sends what has gathered, the last one first.
  void release();
  /// The same message for the same endpoint once more; nothing when there is no such delivery, or no such endpoint now.
  [[nodiscard]] std::optional<std::int64_t> repeat(std::int64_t id);

  /// The first one for an endpoint that is due at `time`.
  [[nodiscard]] std::optional<Delivery> next(std::string_view webhook, Milliseconds time);
  /// Logs an attempt and says what follows: nothing after a 2xx, another attempt after a while, or giving up.
  /// False when it gave up.
  [[nodiscard]] bool record(const Delivery& delivery, const Attempt& attempt, std::int64_t retry_delay);
  /// Of an endpoint that is removed: what waits for it is not sent.
  void remove_waiting(std::string_view webhook);

  /// The first message that is still to be sent to somebody.
  [[nodiscard]] std::optional<std::int64_t> first_unsettled();
  /// Takes out the deliveries of messages before a sequence, and their attempts. None of them may be unsettled.
  void remove_before(std::int64_t sequence);

  /// A JSON array of deliveries with their attempts, from the one after `id` on.
  [[nodiscard]] std::string list_after(std::int64_t id, std::int64_t limit);

 private:
  [[nodiscard]] std::string attempts_of(std::int64_t id);

  Statement add_, release_, repeat_, last_, next_, settle_, log_, remove_, list_, attempts_;
  Statement unsettled_, forget_attempts_, forget_;
};

void prepare_deliveries(Database& database);

}  // namespace vestibule::sandbox

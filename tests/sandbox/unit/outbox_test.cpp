#include "outbox.hpp"

#include <algorithm>

#include "temporary.hpp"
#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

namespace {

constexpr Milliseconds time_ms = 1'772'615'702'000;

using Kept = std::variant<std::int64_t, bool>;

// Appends a line and keeps it or not; gives its sequence.
std::int64_t append(Store& store, bool keep) {
  std::int64_t sequence = 0;
  static_cast<void>(write_and_wait<Kept>(store, [&](Repositories& repositories) -> Kept {
    sequence = repositories.outbox.append(OutboxEvent::customer_created, time_ms, R"(,"customerId":"x")");
    return keep ? Kept{sequence} : Kept{false};
  }));
  return sequence;
}

std::string lines(Store& store) {
  return store.read([](Repositories& reading) { return reading.outbox.lines_after(0, 10); });
}

}  // namespace

TEST_CASE("a line that was undone leaves no gap in the outbox", "[outbox]") {
  const TemporaryFolder folder;
  Store store{folder.file("nue.db")};
  CHECK(append(store, true) == 1);
  CHECK(append(store, false) == 2);
  CHECK(append(store, true) == 2);
  const std::string text = lines(store);
  CHECK(std::count(text.begin(), text.end(), '\n') == 2);
}

TEST_CASE("a message is the line of the feed", "[outbox]") {
  const TemporaryFolder folder;
  Store store{folder.file("nue.db")};
  append(store, true);
  const auto message = store.read([](Repositories& reading) { return reading.outbox.find(1); });
  REQUIRE(message);
  CHECK(message->line == R"({"sequence":1,"id":")" + message->id +
                             R"(","event":"customer.created","time":"2026-03-04T09:15:02.000Z","customerId":"x"})");
  CHECK(lines(store) == message->line + '\n');
  CHECK_FALSE(store.read([](Repositories& reading) { return reading.outbox.find(2); }));
}

TEST_CASE("every event has a name that finds it again", "[outbox]") {
  for (unsigned number = 0; number <= static_cast<unsigned>(OutboxEvent::invoice_activated); ++number) {
    const auto event = static_cast<OutboxEvent>(number);
    CHECK(find_outbox_event(to_string(event)) == event);
  }
  CHECK_FALSE(find_outbox_event("customer.deleted"));
}
